import * as v from 'valibot'
import { EMPTY_ROOM_GRACE_MS } from '../protocol/limits.ts'

/** How long counts wait for others, so that a busy room asks little of the one directory. */
const REPORT_DELAY_MS = 4_000

/** What a room waits for, in text in the Worker's environment. */
export interface WaitsEnv {
  /** JSON; for tests, which would have to wait as long. What is not in it is as usual. */
  readonly SHORTER_WAITS?: string
}

/** Shorter alone: no variable is to keep anybody waiting for longer than usual. */
const upTo = (ms: number) => v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ms)), ms)

const Waits = v.strictObject({ reportDelayMs: upTo(REPORT_DELAY_MS), emptyRoomMs: upTo(EMPTY_ROOM_GRACE_MS) })

const WaitsText = v.pipe(v.optional(v.string(), '{}'), v.parseJson(), Waits)

/** Throws where SHORTER_WAITS makes no sense. */
export function waits({ SHORTER_WAITS }: WaitsEnv): v.InferOutput<typeof Waits> {
  const read = v.safeParse(WaitsText, SHORTER_WAITS)
  if (read.success) return read.output
  throw new Error(`SHORTER_WAITS cannot be used: ${read.issues.map(({ message }) => message).join('; ')}`)
}
