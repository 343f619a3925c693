import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { EdgeLogLine } from './edge.ts'

/** A line of the Worker's log about what the operator has set: see worker/log.ts. */
const Complaint = v.pipe(v.string(), v.parseJson(), v.object({ misconfigured: v.string() }))

/** How long the log may take to tell what an answer followed from: the two come by different ways. */
const LOG_WITHIN_MS = 2_000

/** What the edge complains of, for a person at a terminal: what they can put right is one sentence, the rest is shown as it is. */
export class EdgeTrouble {
  readonly #complaint = Promise.withResolvers<string>()

  /** For `onLog` of an edge. */
  readonly hear = ({ level, message }: EdgeLogLine): void => {
    if (level !== 'warn' && level !== 'error') return
    const complaint = v.safeParse(Complaint, message)
    if (complaint.success) this.#complaint.resolve(complaint.output.misconfigured)
    else console.error(message)
  }

  /** What of the settings makes no sense; null where it is not that. */
  complaint(): Promise<string | null> {
    return Promise.race([this.#complaint.promise, pause(LOG_WITHIN_MS, null, { ref: false })])
  }
}
