import type { Translation } from './former-versions.ts'

/**
 * How a message of one version is called in the version before it, as a table. Reading it one way or the other makes the one
 * of the other. Nothing is checked here: what comes of it goes through the schemas of the newest version.
 */
export interface Renames {
  /** Of an object: what its fields were called before, by their later names. */
  readonly fields?: Names
  /** Those that the version before has not. */
  readonly added?: readonly string[]
  /** And what is inside them, by their later names. */
  readonly inside?: Readonly<Record<string, Renames>>
  /** Of an object that says in this field which of several it is, called the same in both versions: those that differ. */
  readonly tag?: string
  readonly variants?: Readonly<Record<string, Renames & { readonly former?: string }>>
  /** Of an array: its items. */
  readonly each?: Renames
  /** Of a text: what it was, by what it is. */
  readonly texts?: Names
  /** Texts that the version before has no word of its own for: what comes nearest there. There is no way back. */
  readonly nearest?: Names
}

type Names = Readonly<Record<string, string>>
type Way = 'to-former' | 'to-later'

/** The translation that such a table makes. What is a name in the other version alone becomes none in this one. */
export const renaming = (renames: Renames): Translation => ({
  toFormer: (message) => renamed(message, renames, 'to-former'),
  toLater: (message) => renamed(message, renames, 'to-later'),
})

function renamed(value: unknown, renames: Renames, way: Way): unknown {
  if (typeof value === 'string') return textOf(value, renames, way)
  if (Array.isArray(value)) {
    const { each } = renames
    return each ? value.map((item) => renamed(item, each, way)) : value
  }
  return typeof value === 'object' && value !== null ? objectOf(value, renames, way) : value
}

const textOf = (text: string, { texts = {}, nearest = {} }: Renames, way: Way): string =>
  way === 'to-former' && Object.hasOwn(nearest, text) ? (nearest[text] ?? text) : other(text, texts, way)

/** That name's other one. What is a name in the other version alone becomes none in this one. */
function other(name: string, names: Names, way: Way): string {
  if (way === 'to-former') return Object.hasOwn(names, name) ? (names[name] ?? name) : name
  const [later] = Object.entries(names).find(([, former]) => former === name) ?? []
  return later ?? (Object.hasOwn(names, name) ? `?${name}` : name)
}

function objectOf(value: object, renames: Renames, way: Way): object {
  const { tag, variants = {} } = renames
  const said = tag === undefined ? undefined : Object.entries(value).find(([field]) => field === tag)?.[1]
  const formerTags = Object.fromEntries(
    Object.entries(variants).map(([later, { former = later }]) => [later, former]),
  )
  const told = typeof said === 'string' ? other(said, formerTags, way) : undefined
  const laterTag = way === 'to-former' ? said : told
  const variant = typeof laterTag === 'string' && Object.hasOwn(variants, laterTag) ? variants[laterTag] : {}
  const fields = { ...renames.fields, ...variant?.fields }
  const inside = { ...renames.inside, ...variant?.inside }
  const added = way === 'to-former' ? [...(renames.added ?? []), ...(variant?.added ?? [])] : []
  const kept = Object.entries(value).filter(([field]) => !added.includes(field))
  return Object.fromEntries(
    kept.map(([field, held]) => {
      if (field === tag && told !== undefined) return [field, told]
      const called = other(field, fields, way)
      const later = way === 'to-former' ? field : called
      const part = Object.hasOwn(inside, later) ? inside[later] : undefined
      return [called, part ? renamed(held, part, way) : held]
    }),
  )
}
