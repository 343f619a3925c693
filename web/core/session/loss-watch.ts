import type { SessionEvent } from './room-session.ts'

/** Another node takes well under a second; a network that is cut is seen to be so before anything is held. */
const COMES_BACK_WITHIN_MS = 3_000

/** Knows when what was lost with a node should have come again. */
export class LossWatch {
  readonly #over: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param over - What has not come by now is not held for any longer. */
  constructor(over: () => void) {
    this.#over = over
  }

  handle(event: SessionEvent): void {
    if (event.event !== 'media-lost') return
    this.close()
    this.#timer = setTimeout(this.#over, COMES_BACK_WITHIN_MS)
  }

  close(): void {
    clearTimeout(this.#timer)
  }
}
