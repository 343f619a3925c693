import type { types } from 'mediasoup-client'
import { newProducerId, type ProducerId } from '../../../../protocol/ids.ts'
import type { MediaSource } from '../../../../protocol/media/session.ts'
import { refitLayers } from './camera-layers.ts'

/** What is to be sent of a source. */
export interface Wanted {
  readonly track: MediaStreamTrack | null
  /** What people call muted: the producer is there, and sends nothing to anybody. */
  readonly paused: boolean
}

/** What goes with a producer through mediasoup-client, for the transport's `produce` event. */
export interface ProduceData extends types.AppData {
  readonly id: ProducerId
  readonly source: MediaSource
}

/** What a source needs of the connection that it is sent through. */
export interface LocalSourceHost {
  produce(track: MediaStreamTrack, data: ProduceData): Promise<types.Producer>
  announcePaused(producer: ProducerId, paused: boolean): void
  announceClosed(producer: ProducerId): void
}

/** For how long what is sent anew goes on as it was beside that, in ms: until everybody receives it. */
export const HANDOVER_MS = 1_000

/** A face may come back; a screen that is not shared any more is gone, and the next one is another. */
const ENDS_WITH_ITS_TRACK = { microphone: false, camera: false, screen: true, 'screen-audio': true } as const

/**
 * Our own microphone, camera or screen on one send transport: follows what is wanted of it, one step at a time.
 * Neither muting nor switching a camera off renegotiates anything: the producer stays, and its track is exchanged. Where it is to be
 * sent in another way, another producer takes its place.
 */
export class LocalSource {
  readonly source: MediaSource
  readonly #host: LocalSourceHost
  #wanted: Wanted = { track: null, paused: true }
  #producer: types.Producer | null = null
  #announced: { id: ProducerId; paused: boolean } | null = null
  #layer: 0 | 2 = 2
  /** Whether it is to be sent in another way than its producer does. */
  #isStale = false
  #overlaps = true
  /** Ends what was sent before it is sent anew; null where nothing goes on. */
  #endFormer: (() => void) | null = null
  #busy = false
  #following: Promise<void> = Promise.resolve()
  #closed = false

  constructor(source: MediaSource, host: LocalSourceHost) {
    this.source = source
    this.#host = host
  }

  /** Whether anything is sent, or about to be. */
  get active(): boolean {
    return this.#producer !== null || this.#wanted.track !== null
  }

  /** Sends pictures up to this layer (0 is the smallest). */
  limit(layer: 0 | 2): void {
    this.#layer = layer
    this.#fitProducer().catch((cause) => console.warn('call:', cause))
  }

  /** The producer that others know this source by. */
  get producerId(): ProducerId | null {
    return this.#announced?.id ?? null
  }

  want(wanted: Wanted): void {
    const { track, paused } = this.#wanted
    // Whoever mutes is to be heard by neither.
    if (track !== wanted.track || paused !== wanted.paused) this.#endFormer?.()
    this.#wanted = wanted
    this.#announcePaused()
    this.#begin()
  }

  /**
   * Sends it by another producer, as the host has it by now.
   *
   * @param overlaps - Whether it goes on as it was until others receive it as it is: else they hear nothing for a moment.
   */
  sendAnew(overlaps: boolean): void {
    if (this.#producer === null && !this.#busy) return
    this.#isStale = true
    this.#overlaps = overlaps
    this.#begin()
  }

  /** Resolves when what is wanted is sent, or known not to be possible. */
  async sent(): Promise<void> {
    await this.#following
  }

  /** A moderator forbids that it is heard or seen: the producer stays as it was, muted. */
  keepPaused(): void {
    if (this.#announced) this.#announced = { ...this.#announced, paused: true }
    this.#wanted = { ...this.#wanted, paused: true }
  }

  /** The edge refused it, or lost it: it is not sent any more on this connection. */
  close(): void {
    this.#closed = true
    this.#endFormer?.()
    this.#producer?.close()
    this.#producer = null
  }

  #begin(): void {
    if (!this.#busy) this.#following = this.#follow().catch((cause) => console.error(cause))
  }

  async #follow(): Promise<void> {
    this.#busy = true
    let failed: MediaStreamTrack | null | undefined
    while (!this.#closed && !this.#isAsWanted && this.#wanted.track !== failed) {
      const { track } = this.#wanted
      try {
        await this.#send(track)
      } catch (cause) {
        // A track may end, or the transport close, in the middle; whoever did that wants something new next.
        failed = track
        if (!this.#closed) console.warn(`call: could not send the ${this.source}`, cause)
      }
    }
    this.#busy = false
  }

  get #isAsWanted(): boolean {
    return !this.#isStale && (this.#producer?.track ?? null) === this.#wanted.track
  }

  async #send(track: MediaStreamTrack | null): Promise<void> {
    if (this.#producer && !track && (this.#isStale || ENDS_WITH_ITS_TRACK[this.source])) {
      this.#isStale = false
      this.#end(this.#producer)
    } else if (this.#producer && track && this.#isStale) {
      await this.#replace(this.#producer, track)
    } else if (this.#producer) {
      await this.#producer.replaceTrack({ track })
      // Another camera may be a larger or a smaller one.
      await this.#fitProducer()
    } else {
      this.#isStale = false
      if (track) await this.#produce(track)
    }
  }

  async #produce(track: MediaStreamTrack): Promise<void> {
    const producer = await this.#host.produce(track, { id: newProducerId(), source: this.source })
    if (this.#closed) producer.close()
    else this.#producer = producer
    if (!this.#closed && this.#layer < 2) await this.#fitProducer()
  }

  /** Another producer takes the place of this one, which goes on until others receive that, unless anything else is wanted first. */
  async #replace(former: types.Producer, track: MediaStreamTrack): Promise<void> {
    this.#endFormer?.()
    if (!this.#overlaps) return this.#end(former)
    const announced = this.#announced
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = (): void => {
      clearTimeout(timer)
      this.#endFormer = null
      former.close()
      if (!announced) return
      if (this.#announced?.id === announced.id) this.#announced = null
      this.#host.announceClosed(announced.id)
    }
    this.#producer = null
    this.#endFormer = end
    this.#isStale = false
    await this.#produce(track)
    if (this.#endFormer === end) timer = setTimeout(end, HANDOVER_MS)
  }

  async #fitProducer(): Promise<void> {
    const { track, rtpSender } = this.#producer ?? {}
    if (this.source === 'camera' && track && rtpSender) await refitLayers(rtpSender, track, this.#layer)
  }

  #end(producer: types.Producer): void {
    const announced = this.#announced
    producer.close()
    this.#producer = null
    this.#announced = null
    if (announced) this.#host.announceClosed(announced.id)
  }

  /** The producer is being announced; says whether as muted: from here on, changes are told one by one. */
  announceAs(id: ProducerId): boolean {
    this.#announced = { id, paused: this.#wanted.paused }
    return this.#wanted.paused
  }

  #announcePaused(): void {
    const announced = this.#announced
    if (!announced || this.#closed || announced.paused === this.#wanted.paused) return
    this.#announced = { ...announced, paused: this.#wanted.paused }
    this.#host.announcePaused(announced.id, this.#wanted.paused)
  }
}
