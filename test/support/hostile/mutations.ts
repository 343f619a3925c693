import { NASTY_TEXTS, NASTY_VALUES } from './nasty.ts'

type Draw = () => number

const one = <Of>(from: readonly Of[], draw: Draw): Of => {
  const found = from[Math.floor(draw() * from.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}
const upTo = (most: number, draw: Draw): number => Math.floor(draw() * (most + 1))

/** One of them; a copy, since what is mutated is changed in its place. */
const nasty = (draw: Draw): unknown => structuredClone(one(NASTY_VALUES, draw))

/** As deep as JSON of a message can be. */
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
const nestedObjects = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

/** Bytes flipped, cut, doubled, put elsewhere; nasty words; another sample’s end. */
const TEXT_MUTATIONS: readonly ((text: string, draw: Draw, other: string) => string)[] = [
  (text, draw) => {
    const at = upTo(text.length, draw)
    return (
      text.slice(0, at) + String.fromCharCode(upTo(draw() < 0.7 ? 0x7f : 0xffff, draw)) + text.slice(at + 1)
    )
  },
  (text, draw) => {
    const at = upTo(text.length - 1, draw)
    return (
      text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << upTo(6, draw))) + text.slice(at + 1)
    )
  },
  (text, draw) => text.slice(0, upTo(text.length, draw)),
  (text, draw) => text.slice(upTo(text.length, draw)),
  (text, draw) => {
    const [from, to] = [upTo(text.length, draw), upTo(text.length, draw)]
    return text.slice(0, Math.min(from, to)) + text.slice(Math.max(from, to))
  },
  (text, draw) => {
    const [from, to] = [upTo(text.length, draw), upTo(text.length, draw)]
    const part = text.slice(Math.min(from, to), Math.max(from, to))
    return text.slice(0, from) + part.repeat(1 + upTo(3, draw)) + text.slice(from)
  },
  (text, draw) => {
    const at = upTo(text.length, draw)
    return text.slice(0, at) + one(NASTY_TEXTS, draw) + text.slice(at)
  },
  (text, draw, other) => text.slice(0, upTo(text.length, draw)) + other.slice(upTo(other.length, draw)),
  (text) => text + text,
  (text) => text.toUpperCase(),
]

/** Rare, as they are long: as much of one thing as can be said at all. */
const LONG_MUTATIONS: readonly ((text: string, draw: Draw, most: number) => string)[] = [
  (text, draw, most) => {
    const part = text.slice(upTo(text.length, draw)).slice(0, 1 + upTo(8, draw)) || 'a'
    return part.repeat(Math.ceil(most / part.length)).slice(0, most)
  },
  (text, draw, most) => {
    const at = upTo(text.length, draw)
    const letter = one([...NASTY_TEXTS.filter(({ length }) => length > 0 && length < 4), 'a', '0', '-'], draw)
    return (text.slice(0, at) + letter.repeat(Math.ceil(most / letter.length)) + text.slice(at)).slice(
      0,
      most,
    )
  },
  (_text, draw, most) => (draw() < 0.5 ? nested(most >> 1) : nestedObjects(Math.floor(most / 7))),
  (text, draw, most) => {
    const quoted = [...text.matchAll(/"[^"\\]*"|\d+/g)].map(([part]) => part)
    if (quoted.length === 0) return text
    const deep = nested(Math.max(1, (most - text.length) >> 1))
    return text.replace(one(quoted, draw), () => deep).slice(0, most)
  },
]

/** The places within a value of JSON, each with a way to put another value there. */
function places(value: unknown): ((by: (before: unknown) => unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) => [
    (by: (before: unknown) => unknown) => void Reflect.set(value, key, by(held)),
    ...places(held),
  ])
}

/** Objects and arrays within a value of JSON, itself included. */
const holders = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(holders)] : []

/** As JSON of a hostile sender has them: own fields of any name. */
const put = (holder: object, key: string, value: unknown): void =>
  void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })

const JSON_MUTATIONS: readonly ((value: object, draw: Draw) => void)[] = [
  (value, draw) => {
    const all = places(value)
    if (all.length > 0) one(all, draw)(() => nasty(draw))
  },
  (value, draw) => {
    const all = places(value)
    if (all.length > 0)
      one(all, draw)((before) => (typeof before === 'number' ? before * one([-1, 1e9, 0.5], draw) : [before]))
  },
  (value, draw) => put(one(holders(value), draw), one(NASTY_TEXTS, draw), nasty(draw)),
  (value, draw) => {
    const holder = one(holders(value), draw)
    const keys = Object.keys(holder)
    if (keys.length > 0) Reflect.deleteProperty(holder, one(keys, draw))
  },
  (value, draw) => {
    const lists = holders(value).filter((each) => Array.isArray(each))
    if (lists.length === 0) return
    const list = one(lists, draw)
    for (let i = upTo(draw() < 0.1 ? 2_000 : 4, draw); i > 0; i -= 1) list.push(structuredClone(list[0]))
  },
  (value, draw) => {
    const all = places(value)
    if (all.length > 0)
      one(all, draw)((before) => (typeof before === 'string' ? mutatedText(before, draw, before) : before))
  },
]

function mutatedText(text: string, draw: Draw, other: string): string {
  let mutated = text
  for (let i = upTo(2, draw); i >= 0; i -= 1) mutated = one(TEXT_MUTATIONS, draw)(mutated, draw, other)
  return mutated
}

function mutatedJson(text: string, draw: Draw): string {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) return JSON.stringify(nasty(draw))
  for (let i = upTo(2, draw); i >= 0; i -= 1) one(JSON_MUTATIONS, draw)(value, draw)
  return JSON.stringify(value) ?? ''
}

const isJson = (text: string): boolean => /^(?:\{"|\[\{)/.test(text)

/** Letters without any sense. */
const noise = (draw: Draw): string =>
  Array.from({ length: upTo(40, draw) }, () =>
    String.fromCharCode(upTo(draw() < 0.6 ? 0x7f : 0xffff, draw)),
  ).join('')

/** Something that is said in the place of a valid sample: nearly that, or nothing like it. At most `most` UTF-16 code units. */
export function mutated(samples: readonly string[], draw: Draw, most: number): string {
  const text = one(samples, draw)
  const chance = draw()
  if (chance < 0.03) return noise(draw).slice(0, most)
  if (chance < 0.05) return one(LONG_MUTATIONS, draw)(text, draw, most)
  const isStructured = isJson(text) && chance < 0.6
  return (isStructured ? mutatedJson(text, draw) : mutatedText(text, draw, one(samples, draw))).slice(0, most)
}
