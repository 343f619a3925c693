import * as v from 'valibot'

/** A schema as valibot has it at run time, as far as samples are made of it. */
interface Part {
  readonly type: string
  readonly entries?: Readonly<Record<string, Part>>
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly item?: Part
  readonly items?: readonly Part[]
  readonly wrapped?: Part
  readonly pipe?: readonly Part[]
}

/** One of these fits whatever text a schema of the protocol asks for. */
const TEXTS = [
  ...[4, 8, 22, 36, 43, 64, 86].map((length) => 'a'.repeat(length)),
  ...[20, 28, 32, 48, 64].map((octets) => Array.from({ length: octets }, () => 'AB').join(':')),
  `0.${'a'.repeat(123)}`,
  ...['203.0.113.7', 'audio/opus', 'L1T1', '2026-11-30', 'https://example.org/', 'stream track'],
]
const NUMBERS = [1, 2, 0, 7, 40_000]

/** A value that fits the schema; `draw` gives numbers from 0 to 1, and decides what is left open. */
export function sampleOf(schema: v.GenericSchema, draw: () => number): unknown {
  const made = make(schema as unknown as Part, draw)
  v.assert(schema, made)
  return made
}

const from = <Item>(items: readonly Item[], draw: () => number): Item => {
  const item = items[Math.floor(draw() * items.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

/** Parts that depend on each other, as both ends of a range, fit after some tries. */
function make(part: Part, draw: () => number): unknown {
  const tries = part.type === 'object' && part.pipe ? 100 : 1
  const made = Array.from({ length: tries }, () => makeOne(part, draw))
  return made.find((one) => v.is(part as unknown as v.GenericSchema, one)) ?? made[0]
}

function makeOne(part: Part, draw: () => number): unknown {
  const fits = (value: unknown): boolean => v.is(part as unknown as v.GenericSchema, value)
  switch (part.type) {
    case 'object':
    case 'loose_object':
      return Object.fromEntries(
        Object.entries(part.entries ?? {}).flatMap(([field, of]) =>
          /optional/.test(of.type) && draw() < 0.3 ? [] : [[field, make(of, draw)]],
        ),
      )
    case 'variant':
    case 'union':
      return make(from((part.options ?? []) as readonly Part[], draw), draw)
    case 'picklist':
      return from(part.options ?? [], draw)
    case 'literal':
      return part.literal
    case 'boolean':
      return draw() < 0.5
    case 'nullable':
      return draw() < 0.3 || !part.wrapped ? null : make(part.wrapped, draw)
    case 'exact_optional':
    case 'optional':
      if (!part.wrapped) throw new Error('optional without what is')
      return make(part.wrapped, draw)
    case 'array': {
      const { item } = part
      const lengths = [Math.floor(draw() * 3), 1]
      const lists = lengths.map((length) => Array.from({ length }, () => item && make(item, draw)))
      return lists.find(fits) ?? lists[1]
    }
    case 'tuple':
      return (part.items ?? []).map((item) => make(item, draw))
    case 'string':
      return TEXTS.filter(fits)[0]
    case 'number':
      return from(NUMBERS.filter(fits), draw)
    case 'record':
      return {}
    case 'undefined':
      return undefined
    default:
      throw new Error(`no sample of ${part.type}`)
  }
}
