import { Problem } from '../../scripts/setup/problem.mjs'

/** Far beyond what one measurement takes, of whatever kind, also on a slow machine: five minutes. */
const LONGEST_MS = 5 * 60_000

/**
 * As `measured`, but not for ever: a page that closed, a browser that does not end, and what a page never answers have no time of their
 * own. What hangs is left behind, since whoever runs a benchmark ends its process (run-benchmark.ts).
 *
 * @param what - What is measured, for the person who waits for it.
 * Rejects with a Problem that says so where nothing has come by then.
 */
export async function inTime<Figures>(
  what: string,
  measured: Promise<Figures>,
  longestMs = LONGEST_MS,
): Promise<Figures> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const minutes = longestMs / 60_000
  const sentence = `${what} did not end within ${minutes} minutes: a browser or a page of it hangs. Run it again.`
  const timer = setTimeout(() => reject(new Problem(sentence)), longestMs)
  try {
    return await Promise.race([measured, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
