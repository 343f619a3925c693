import * as v from 'valibot'
import { NODE_HEARTBEAT_INTERVAL_MS } from '../../protocol/limits.ts'
import { EXIT_CODES, ExitError } from '../shared/exit-error.ts'

/** Shorter alone: no variable is to keep an edge waiting for longer than it was promised. */
const upTo = (ms: number) => v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(ms)), ms)

const Timings = v.strictObject({
  /** How often the node tells its load. */
  heartbeatMs: upTo(NODE_HEARTBEAT_INTERVAL_MS),
})
/** What a node waits for, in milliseconds. */
export type Timings = v.InferOutput<typeof Timings>

const TimingsText = v.pipe(v.optional(v.string(), '{}'), v.parseJson(), Timings)

/**
 * What ESSAIM_SHORTER_WAITS (JSON) says, which is for tests: they would have to wait as long. What is not in it is as usual.
 * Throws an ExitError where it makes no sense.
 */
export function readTimings({ ESSAIM_SHORTER_WAITS }: NodeJS.ProcessEnv): Timings {
  const read = v.safeParse(TimingsText, ESSAIM_SHORTER_WAITS)
  if (read.success) return read.output
  const [{ message }] = read.issues
  throw new ExitError(EXIT_CODES.options, `ESSAIM_SHORTER_WAITS cannot be used: ${message}.`)
}
