import type { ProducerId } from '../../../../protocol/ids.ts'
import { loudnessOf } from '../../capture/sound/loudness.ts'
import type { Received } from '../receiving/consumers.ts'
import { SilenceWatch } from './silence-watch.ts'
import { hear, SILENT, type VoiceActivity } from './voice-activity.ts'
import type { VoiceLevels } from './voice-levels.ts'

const INTERVAL_MS = 200

/** The part of RTCRtpReceiver (W3C webrtc-pc §5.3) that tells how loud it is. */
type LevelSource = Pick<RTCRtpReceiver, 'getSynchronizationSources'>

interface Voice {
  readonly source: LevelSource
  readonly trackId: string
  gate: VoiceActivity
  /** When the last packet was played that told a level. */
  playedAt: number
}

/**
 * Which of the others' sounds are loud enough to be speech: heard here, from what is received, a few times a second, so that no message is
 * needed to say it.
 */
export class ActiveSpeakers {
  readonly #changed: (speakers: ReadonlySet<ProducerId>) => void
  readonly #looked: (heard: ReadonlySet<ProducerId>, nowMs: number) => void
  readonly #silence: SilenceWatch
  #levels: VoiceLevels | null = null
  readonly #voices = new Map<ProducerId, Voice>()
  #speakers: ReadonlySet<ProducerId> = new Set()
  #timer: ReturnType<typeof setInterval> | undefined

  /**
   * @param fellSilent - No packet of any voice comes any more, though some did.
   * @param looked - Of these sounds a packet has come since the last look.
   */
  constructor(
    changed: (speakers: ReadonlySet<ProducerId>) => void,
    fellSilent: () => void,
    looked: (heard: ReadonlySet<ProducerId>, nowMs: number) => void,
  ) {
    this.#changed = changed
    this.#looked = looked
    this.#silence = new SilenceWatch(fellSilent)
  }

  /** Listens to these, and to no others. */
  follow(received: readonly Received[]): void {
    const audible = received.filter(({ kind, receiver }) => kind === 'audio' && receiver)
    const kept = new Set(audible.map(({ producer }) => producer))
    for (const producer of this.#voices.keys()) if (!kept.has(producer)) this.#voices.delete(producer)
    for (const { producer, receiver, track } of audible) {
      if (receiver && !this.#voices.has(producer)) {
        this.#voices.set(producer, { source: receiver, trackId: track.id, gate: SILENT, playedAt: 0 })
      }
    }
    // Not at once: the first look at a receiver takes long, and whoever just came was not heard yet.
    if (this.#voices.size === 0) this.#fallSilent()
    else this.#timer ??= setInterval(() => this.#listen(performance.now()), INTERVAL_MS)
  }

  /** By this it is told how loud voices are whose packets do not say so. */
  measureBy(levels: VoiceLevels): void {
    this.#levels = levels
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** Nobody is left to listen to, and so nobody speaks. */
  #fallSilent(): void {
    this.stop()
    this.#tell(new Set())
  }

  #listen(nowMs: number): void {
    const speakers = new Set<ProducerId>()
    const heard = new Set<ProducerId>()
    for (const [producer, voice] of this.#voices) {
      const amplitude = this.#amplitudeOf(voice)
      if (amplitude !== null) heard.add(producer)
      voice.gate = hear(voice.gate, loudnessOf(amplitude ?? 0), nowMs)
      if (voice.gate.speaking) speakers.add(producer)
    }
    this.#silence.hear(heard.size > 0, nowMs)
    this.#looked(heard, nowMs)
    this.#tell(speakers)
  }

  /** How loud a voice is; null while no newer packet was played: the browser keeps the last one's level for ten seconds. */
  #amplitudeOf(voice: Voice): number | null {
    const [latest] = voice.source.getSynchronizationSources()
    if (!latest || latest.timestamp === voice.playedAt) return null
    voice.playedAt = latest.timestamp
    if (latest.audioLevel !== undefined) return latest.audioLevel
    this.#levels?.look()
    return this.#levels?.amplitudeOf(voice.trackId) ?? 0
  }

  #tell(speakers: ReadonlySet<ProducerId>): void {
    if (
      speakers.size === this.#speakers.size &&
      [...speakers].every((producer) => this.#speakers.has(producer))
    )
      return
    this.#speakers = speakers
    this.#changed(speakers)
  }
}
