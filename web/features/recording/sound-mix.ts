import { running } from '../../core/capture/sound/running-context.ts'

/** Several sounds as one track; silence where there is none. */
export class SoundMix {
  readonly #context = new AudioContext()
  readonly #mixed = new MediaStreamAudioDestinationNode(this.#context)
  readonly #sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>()

  get tracks(): MediaStreamTrack[] {
    return this.#mixed.stream.getAudioTracks()
  }

  /** Waits until the browser lets it sound: it began with a click, so that is at once. Rejects where there is no sound output. */
  async start(): Promise<void> {
    await running(this.#context)
  }

  /** Mixes these from now on, and nothing else. */
  hear(sounds: readonly MediaStreamTrack[]): void {
    const wanted = new Set(sounds.filter(({ readyState }) => readyState === 'live'))
    for (const [track, source] of this.#sources) {
      if (wanted.has(track)) continue
      source.disconnect()
      this.#sources.delete(track)
    }
    for (const track of wanted) {
      if (this.#sources.has(track)) continue
      const source = new MediaStreamAudioSourceNode(this.#context, { mediaStream: new MediaStream([track]) })
      source.connect(this.#mixed)
      this.#sources.set(track, source)
    }
  }

  async close(): Promise<void> {
    this.hear([])
    await this.#context.close()
  }
}
