import type { types } from 'mediasoup-client'
import type { ConsumerId, PeerId, ProducerId } from '../../protocol/ids.ts'
import type { ConsumerInfo } from '../../protocol/media.ts'
import type { MediaKind } from '../../protocol/rtp.ts'
import type { TransportLink } from './transport-link.ts'

/** What is received of one producer. */
export interface Received {
  readonly peer: PeerId
  readonly producer: ProducerId
  readonly kind: MediaKind
  readonly track: MediaStreamTrack
  /** Where how loud it is can be read; null where the browser does not give it. */
  readonly receiver: RTCRtpReceiver | null
}

interface Entry {
  readonly info: ConsumerInfo
  /** Null while the browser prepares it. */
  consumer: types.Consumer | null
}

/** All that one receives of a media session. */
export class Incoming {
  readonly #link: TransportLink
  readonly #changed: () => void
  readonly #entries = new Map<ConsumerId, Entry>()

  constructor(link: TransportLink, changed: () => void) {
    this.#link = link
    this.#changed = changed
  }

  /** Whether anything is received, or about to be. */
  get active(): boolean {
    return this.#entries.size > 0
  }

  get received(): Received[] {
    return [...this.#entries.values()].flatMap(({ info, consumer }) =>
      consumer
        ? [
            {
              peer: info.peer,
              producer: info.producer,
              kind: info.kind,
              track: consumer.track,
              receiver: consumer.rtpReceiver ?? null,
            },
          ]
        : [],
    )
  }

  /** Receives these, too. All of one call are negotiated at once. */
  add(infos: readonly ConsumerInfo[]): void {
    const fresh = infos.filter(({ id }) => !this.#entries.has(id))
    // What came through a pipe that was laid anew comes again, by another consumer; the one before is dead.
    const again = new Set(fresh.map(({ producer }) => producer))
    this.drop(({ producer }) => again.has(producer))
    for (const info of fresh) {
      const entry: Entry = { info, consumer: null }
      this.#entries.set(info.id, entry)
      this.#consume(entry).catch((cause) => {
        if (this.#entries.delete(info.id)) this.#link.fail(cause)
      })
    }
  }

  /** Receives these, and no others. */
  keepOnly(infos: readonly ConsumerInfo[]): void {
    const kept = new Set(infos.map(({ id }) => id))
    this.drop(({ id }) => !kept.has(id))
    this.add(infos)
  }

  /** Stops receiving what `unwanted` picks. */
  drop(unwanted: (info: ConsumerInfo) => boolean): void {
    const dropped = [...this.#entries.values()].filter(({ info }) => unwanted(info))
    for (const { info, consumer } of dropped) {
      this.#entries.delete(info.id)
      consumer?.close()
    }
    if (dropped.length > 0) this.#changed()
  }

  async #consume(entry: Entry): Promise<void> {
    const { id, producer, kind, rtpParameters } = entry.info
    const consumer = await this.#link.transport.consume({ id, producerId: producer, kind, rtpParameters })
    if (this.#entries.get(id) !== entry) {
      consumer.close()
      return
    }
    entry.consumer = consumer
    this.#changed()
  }
}
