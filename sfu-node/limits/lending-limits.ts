import type { LendingLimits, NodeLoad, NotAccepting } from '../../protocol/node-edge/events.ts'

/** Whole hours of the day, as the clock on the wall has them: from 22 to 6 goes past midnight. */
interface WallHours {
  readonly from: number
  readonly to: number
}

/** What a lender lends at most; null is without limit. */
export interface LenderLimits {
  readonly bitsPerSecond: number | null
  /** Sent in a calendar month (UTC). */
  readonly bytesPerMonth: number | null
  readonly rooms: number | null
  readonly people: number | null
  readonly hours: readonly WallHours[] | null
}

const MINUTES_PER_HOUR = 60
const HOURS_PER_DAY = 24

/** Which limit keeps the node from taking new rooms now; null while none does. */
export function notAccepting(limits: LenderLimits, load: NodeLoad, now: Date): NotAccepting | null {
  const reached = (limit: number | null, value: number): boolean => limit !== null && value >= limit
  if (limits.hours && !limits.hours.some((span) => isWithin(span, now.getHours()))) return 'hours'
  if (reached(limits.bytesPerMonth, load.bytesThisMonth)) return 'transfer'
  if (reached(limits.bitsPerSecond, load.bitsPerSecond)) return 'bandwidth'
  if (reached(limits.rooms, load.rooms)) return 'rooms'
  if (reached(limits.people, load.people)) return 'people'
  return null
}

const isWithin = ({ from, to }: WallHours, hour: number): boolean =>
  from < to ? from <= hour && hour < to : from <= hour || hour < to

/** The limits as the edge is told: hours in UTC, by the offset that holds at `now`. */
export function limitsInUtc({ hours, ...limits }: LenderLimits, now: Date): LendingLimits {
  const offset = now.getTimezoneOffset() / MINUTES_PER_HOUR
  const utc = (hour: number): number => (((hour + offset) % HOURS_PER_DAY) + HOURS_PER_DAY) % HOURS_PER_DAY
  return { ...limits, hours: hours?.map(({ from, to }) => ({ from: utc(from), to: utc(to) })) ?? null }
}
