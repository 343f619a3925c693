import { Misconfigured } from './misconfigured.ts'

/** What a line may carry: ids, counts and codes; never names, addresses, tokens, SDP or keys. */
type Facts = Readonly<Record<string, string | number | boolean | null>>

const write = (level: 'info' | 'warn' | 'error', event: string, facts: Facts): void => {
  console[level](JSON.stringify({ time: new Date().toISOString(), level, event, ...facts }))
}

/** One JSON line per meaningful transition. */
export const log = {
  info: (event: string, facts: Facts = {}): void => write('info', event, facts),
  warn: (event: string, facts: Facts = {}): void => write('warn', event, facts),
  /**
   * A failure of ours, whole: what was thrown goes into the log and nowhere else. What the operator can put right is told as
   * `misconfigured`, in its own words: where in our code it was found helps nobody.
   */
  error: (event: string, thrown: unknown, facts: Facts = {}): void => {
    if (thrown instanceof Misconfigured)
      return write('error', event, { ...facts, misconfigured: thrown.message })
    const error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    write('error', event, { ...facts, error })
  },
}
