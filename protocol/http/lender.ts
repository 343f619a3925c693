import * as v from 'valibot'
import { LENDER_NAME_MAX_LENGTH } from '../limits.ts'
import { tidyLine } from '../names/display-name.ts'

const tidy = (max: number, expected: string) =>
  v.pipe(
    v.string(),
    v.check((text) => text.length > 0 && text.length <= max && text === tidyLine(text), expected),
  )

/** Degrees (WGS 84); north and east are positive. */
const Coordinates = v.object({
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
})
export type Coordinates = v.InferOutput<typeof Coordinates>

/** Whoever lends a node, as the edge's operator introduces them. */
export const Lender = v.object({
  name: tidy(LENDER_NAME_MAX_LENGTH, 'a tidy name of 1 to 80 characters'),
  /** Their page. */
  link: v.nullable(v.pipe(v.string(), v.maxLength(500), v.url(), v.startsWith('https://'))),
  place: v.nullable(tidy(LENDER_NAME_MAX_LENGTH, 'a tidy place of 1 to 80 characters')),
  at: v.nullable(Coordinates),
})
export type Lender = v.InferOutput<typeof Lender>

/** A lender as the people whom their node carries are told. */
export const LenderInfo = v.pick(Lender, ['name', 'link'])
export type LenderInfo = v.InferOutput<typeof LenderInfo>
