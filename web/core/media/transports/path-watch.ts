import { readNetwork } from '../../network/network-reading.ts'

/** A browser may find a better way at any time, and tells nobody. */
const LOOK_AGAIN_MS = 15_000

/** Notices when packets begin to go through a TURN server, and when they do no longer (M9). */
export class PathWatch {
  readonly #reports: () => Promise<readonly RTCStatsReport[]>
  readonly #changed: (viaTurn: boolean) => void
  readonly #timer: ReturnType<typeof setInterval>
  #viaTurn = false
  #closed = false

  constructor(reports: () => Promise<readonly RTCStatsReport[]>, changed: (viaTurn: boolean) => void) {
    this.#reports = reports
    this.#changed = changed
    this.#timer = setInterval(() => this.look(), LOOK_AGAIN_MS)
  }

  /** Looks now: something may be otherwise. */
  look(): void {
    this.#look().catch((cause) => {
      if (!this.#closed) console.warn('call: the path', cause)
    })
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    const reports = await this.#reports()
    const { path } = readNetwork(
      reports.map((report) => report.values()),
      performance.now(),
    )
    // Between two ways there is none, and that says nothing of the next.
    if (this.#closed || path === null || (path === 'relay') === this.#viaTurn) return
    this.#viaTurn = path === 'relay'
    this.#changed(this.#viaTurn)
  }
}
