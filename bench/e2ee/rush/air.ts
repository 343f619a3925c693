import type { PeerId } from '../../../protocol/ids.ts'

/** A frame of a voice, as workers of pages have it. */
export interface VoiceFrame {
  data: ArrayBuffer
}

/** Who hears what goes through the air. */
export interface Listener {
  /** Whether somebody's voice would be news. */
  misses(speaker: PeerId): boolean
  hear(speaker: PeerId, frame: VoiceFrame): void
}

/** Stands for nodes: brings each frame of a voice to all who have not heard that voice yet, and were told of it. */
export class Air {
  readonly #listeners = new Set<Listener>()

  enter(listener: Listener): void {
    this.#listeners.add(listener)
  }

  /** Whether anybody has still to hear that voice. */
  isMissed(speaker: PeerId): boolean {
    return [...this.#listeners].some((listener) => listener.misses(speaker))
  }

  carry(speaker: PeerId, { data }: VoiceFrame): void {
    for (const listener of this.#listeners)
      if (listener.misses(speaker)) listener.hear(speaker, { data: data.slice(0) })
  }
}
