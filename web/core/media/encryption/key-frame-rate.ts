/** How often a key frame is asked for, in milliseconds: it costs whoever sends it, and all who receive it. */
export const KEY_FRAME_INTERVAL_MS = 1_000

/** How often the key frames of one stream are asked for. */
export class KeyFrameRate {
  #askedAt = Number.NEGATIVE_INFINITY

  /** Whether one may be asked for now; whoever hears so asks. */
  admits(): boolean {
    const nowMs = performance.now()
    if (nowMs - this.#askedAt < KEY_FRAME_INTERVAL_MS) return false
    this.#askedAt = nowMs
    return true
  }
}
