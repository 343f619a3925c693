import type { ProducerId } from '../../../../protocol/ids.ts'
import type { Received } from '../receiving/consumers.ts'
import type { CutOffHost, CutOffWatch } from './cut-off-watch.ts'

/** Whoever is heard is watched from when media flows: the code for it is fetched then, and not before the first picture. */
export class LateCutOffWatch {
  readonly #host: CutOffHost
  #received: readonly Received[] = []
  #watch: CutOffWatch | null = null
  #begun = false
  #stopped = false

  constructor(host: CutOffHost) {
    this.#host = host
  }

  /** Media flows; may be called again. */
  begin(): void {
    if (this.#begun) return
    this.#begun = true
    this.#load().catch(reportError)
  }

  follow(received: readonly Received[]): void {
    this.#received = received
    this.#watch?.follow(received)
  }

  look(heard: ReadonlySet<ProducerId>, nowMs: number): void {
    this.#watch?.look(heard, nowMs)
  }

  stop(): void {
    this.#stopped = true
    this.#watch?.stop()
    this.#watch = null
  }

  async #load(): Promise<void> {
    const { CutOffWatch } = await import('./cut-off-watch.ts')
    if (this.#stopped) return
    this.#watch = new CutOffWatch(this.#host)
    this.#watch.follow(this.#received)
  }
}
