import * as v from 'valibot'

/** So much at once, and so much a second for as long as one likes. */
const Rate = v.object({ burst: v.number(), perSecond: v.number() })

/** A limit by its name (`NODE_WORK_RATES.produce.person`), as PROTOCOL.md says it. */
export interface WrittenLimit {
  readonly name: string
  /** The value in words, with its unit. */
  readonly value: string
  /** What has to stand in the text of a rule that is about it. */
  readonly parts: readonly string[]
}

/** All limits that a module exports; what has limits within is told one by one. */
export const limitsOf = (exported: object, prefix = ''): readonly WrittenLimit[] =>
  Object.entries(exported).flatMap(([key, value]: [string, unknown]) => {
    const name = `${prefix}${key}`
    if (typeof value === 'number') return [inWords(name, value)]
    if (v.is(Rate, value)) return [rateInWords(name, value)]
    if (typeof value === 'object' && value !== null) return limitsOf(value, `${name}.`)
    throw new Error(`${name} is no limit`)
  })

function rateInWords(name: string, { burst, perSecond }: v.InferOutput<typeof Rate>): WrittenLimit {
  const parts = [`${number(burst)} at once`, sustained(perSecond)]
  return { name, value: parts.join(', '), parts }
}

function inWords(name: string, value: number): WrittenLimit {
  const written = writtenBy(name, value)
  return { name, value: written, parts: [written] }
}

/** The unit is in the name. */
function writtenBy(name: string, value: number): string {
  if (name.endsWith('_MS')) return time(value)
  if (name.endsWith('_BITS_PER_SECOND')) return `${number(value / 1e6)} Mbit/s`
  if (name.endsWith('_PER_SECOND')) return sustained(value)
  if (name.endsWith('_PER_DAY')) return `${number(value)} a day`
  if (name.endsWith('_DAYS')) return `${number(value)} days`
  if (name.endsWith('_BYTES')) return binary(value, 'B')
  if (name.endsWith('_LENGTH')) return binary(value, '')
  if (value < 1) return `${number(value * 100)} %`
  return number(value)
}

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 3 })

const sustained = (perSecond: number): string =>
  perSecond < 1 ? `1 every ${number(1 / perSecond)} s` : `${number(perSecond)} a second`

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function time(ms: number): string {
  if (ms > 2 * DAY) return `${number(ms / DAY)} days`
  if (ms >= HOUR) return `${number(ms / HOUR)} h`
  return ms >= 5 * MINUTE ? `${number(ms / MINUTE)} min` : `${number(ms / 1000)} s`
}

/** Sizes in units of 1,024 where they are made of them. */
function binary(value: number, unit: string): string {
  for (const [factor, sign] of [[1024 ** 2, 'Mi'] as const, [1024, 'Ki'] as const])
    if (value >= factor && value % factor === 0) return `${number(value / factor)} ${sign}${unit}`
  return number(value)
}
