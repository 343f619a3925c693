import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 10
const NANOSECONDS = 1e9

/** Measures by how much timers are late, for as long as the process runs. */
export class EventLoopDelay {
  readonly #histogram: ReturnType<typeof monitorEventLoopDelay>

  constructor() {
    this.#histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
    this.#histogram.enable()
  }

  /** In seconds, since it was last read. */
  read(): { readonly p99: number; readonly max: number } {
    const p99 = lateness(this.#histogram.percentile(99))
    const max = lateness(this.#histogram.max)
    this.#histogram.reset()
    return { p99, max }
  }
}

/** The histogram holds the time from one ring of its timer to the next: what is beyond the timer's interval is delay. */
const lateness = (nanoseconds: number): number =>
  Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / 1_000)
