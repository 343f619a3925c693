import * as v from 'valibot'

/** What still goes through TURN servers (M10): pictures and voices, voices alone, or nothing any more. */
export const TurnLevel = v.picklist(['all', 'audio-only', 'nothing'])
export type TurnLevel = v.InferOutput<typeof TurnLevel>

const bytes = v.pipe(v.number(), v.minValue(0))

/** What an operator reads of it: how much went through TURN servers this month, and how much may. */
export const TurnUsage = v.object({
  /** In UTC, as 2026-11. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  bytes,
  /** Of all rooms in a month, and of one room while it lives; null for no limit. */
  monthBudget: v.nullable(bytes),
  roomBudget: v.nullable(bytes),
  /** What the month's budget still lets through. */
  level: TurnLevel,
})
export type TurnUsage = v.InferOutput<typeof TurnUsage>
