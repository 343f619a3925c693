import * as v from 'valibot'

/** What is read of a candidate pair (W3C webrtc-stats §8.15). */
const AnsweredPair = v.object({
  type: v.literal('candidate-pair'),
  state: v.literal('succeeded'),
  /** In seconds; of the latest binding request that was answered. */
  currentRoundTripTime: v.pipe(v.number(), v.minValue(0)),
})

/** The shortest round trip (ms) of the pairs that were answered; null where none was. */
export function shortestRoundTripMs(reports: Iterable<unknown>): number | null {
  const times = [...reports].flatMap((report) => {
    const pair = v.safeParse(AnsweredPair, report)
    return pair.success ? [pair.output.currentRoundTripTime * 1_000] : []
  })
  return times.length > 0 ? Math.min(...times) : null
}
