import type { types } from 'mediasoup-client'
import type { ConsumerId, PeerId, ProducerId } from '../../../../protocol/ids.ts'
import { problemWithReceived } from '../../../../protocol/media/offered-media.ts'
import type { MediaKind, RtpParameters } from '../../../../protocol/media/rtp.ts'
import type { ConsumerInfo } from '../../../../protocol/media/session.ts'
import type { CallEncryption } from '../encryption/call-encryption.ts'
import type { Unreceivable } from './unreceivable.ts'

/** By what the streams on one connection are told from each other: no two may have one of these (RFC 9143 §9.2, RFC 3550 §8). */
type StreamNumber = string

/** Of what mediasoup-client (its probator), and our own connecting ahead, receive beside everybody's streams. */
const RESERVED_NUMBERS: readonly StreamNumber[] = ['mid probator', 'ssrc 1234', 'mid ahead', 'ssrc 1']

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

/** The part of a `MediaTransport` that receives. */
export interface ReceivingLink {
  readonly transport: Pick<types.Transport, 'consume' | 'closed'>
  fail(cause: unknown): void
}

/** Those of these streams that the browser can negotiate together; found out where it spoils nothing. */
export type Sift = (infos: readonly ConsumerInfo[]) => Promise<readonly ConsumerInfo[]>

/** All that one receives of a media session. */
export class Consumers {
  readonly #link: ReceivingLink
  readonly #unreceivable: Unreceivable
  readonly #encryption: CallEncryption | null
  readonly #sift: Sift
  readonly #changed: () => void
  readonly #entries = new Map<ConsumerId, Entry>()
  /** Ends when what was to be rehearsed so far has been. */
  #rehearsed: Promise<void> = Promise.resolve()
  #spoiled = false

  /** @param encryption - What decrypts all that is received; null where the room is not encrypted. */
  constructor(
    link: ReceivingLink,
    unreceivable: Unreceivable,
    encryption: CallEncryption | null,
    sift: Sift,
    changed: () => void,
  ) {
    this.#link = link
    this.#unreceivable = unreceivable
    this.#encryption = encryption
    this.#sift = sift
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

  /** Receives these, too, but for those that cannot be negotiated (P6). All of one call are negotiated at once. */
  add(infos: readonly ConsumerInfo[]): void {
    const fresh = infos.filter(({ id }) => !this.#entries.has(id))
    // What came through a pipe that was laid anew comes again, by another consumer; the one before is dead.
    const again = new Set(fresh.map(({ producer }) => producer))
    this.drop(({ producer }) => again.has(producer))
    const entries = fresh.flatMap((info) => this.#enter(info))
    if (!this.#unreceivable.wasSurprised) return this.#begin(entries)
    this.#rehearsed = this.#rehearsed
      .then(() => this.#rehearse(entries))
      .catch((cause) => this.#link.fail(cause))
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

  #enter(info: ConsumerInfo): Entry[] {
    if (this.#unreceivable.has(info)) return []
    const problem = this.#problemWith(info)
    if (problem !== null) {
      this.#unreceivable.add(info, problem)
      return []
    }
    const entry: Entry = { info, consumer: null }
    this.#entries.set(info.id, entry)
    return [entry]
  }

  /** Why a description with this stream beside the others would make no sense; null where it would. */
  #problemWith(info: ConsumerInfo): string | null {
    const { kind, rtpParameters } = info
    const problem = problemWithReceived(kind, rtpParameters)
    if (problem !== null) return problem
    if (this.#encryption?.knows(info) === false) return 'of which nobody said what it shows'
    const numbers = numbersOf(rtpParameters)
    if (numbers === null) return 'no mid, or an SSRC twice'
    const taken = [...this.#entries.values()].flatMap(({ info }) => numbersOf(info.rtpParameters) ?? [])
    const isTaken = numbers.some((number) => taken.includes(number) || RESERVED_NUMBERS.includes(number))
    return isTaken ? 'a mid or an SSRC that another one has' : null
  }

  /** Begins with those that go together with all that there is; nothing before them has to wait for that. */
  async #rehearse(entries: readonly Entry[]): Promise<void> {
    const open = entries.filter((entry) => this.#isWanted(entry))
    if (open.length === 0) return
    const before = [...this.#entries.values()].filter(({ consumer }) => consumer).map(({ info }) => info)
    const infos = open.map(({ info }) => info)
    const sound = await this.#sift([...before, ...infos])
    for (const info of infos) if (!sound.includes(info)) this.#doWithout(info, 'its rehearsal failed')
    this.#begin(open.filter((entry) => this.#isWanted(entry)))
  }

  #begin(entries: readonly Entry[]): void {
    for (const entry of entries) this.#consume(entry).catch((cause) => this.#handleFailure(entry, cause))
  }

  #isWanted = (entry: Entry): boolean => this.#entries.get(entry.info.id) === entry

  async #consume(entry: Entry): Promise<void> {
    const { id, producer, kind, rtpParameters } = entry.info
    const encryption = this.#encryption
    const consumer = await this.#link.transport.consume({
      id,
      producerId: producer,
      kind,
      rtpParameters,
      ...(encryption && {
        onRtpReceiver: (receiver) => encryption.decryptReceiver(receiver, entry.info),
      }),
    })
    if (!this.#isWanted(entry)) {
      consumer.close()
      return
    }
    entry.consumer = consumer
    this.#changed()
  }

  #doWithout(info: ConsumerInfo, why: unknown): void {
    this.#unreceivable.add(info, why)
    if (this.#entries.delete(info.id)) this.#changed()
  }

  #handleFailure(entry: Entry, cause: unknown): void {
    // Its owner left meanwhile, or the session ended: that says nothing about it.
    if (this.#link.transport.closed) return
    // It never came to a description: the browser has not this codec.
    if (cause instanceof Error && cause.name === 'UnsupportedError') return this.#doWithout(entry.info, cause)
    if (this.#spoiled) return
    this.#spoiled = true
    this.#findCulprit(entry.info, cause).then(
      () => this.#link.fail(cause),
      (thrown) => this.#link.fail(thrown),
    )
  }

  /** The connection is spoiled for all: before it is made anew, finds out without whom. */
  async #findCulprit(failed: ConsumerInfo, cause: unknown): Promise<void> {
    this.#unreceivable.noteSurprise()
    const infos = [...this.#entries.values()].map(({ info }) => info)
    const sound = await this.#sift(infos)
    const culprits = infos.filter((info) => !sound.includes(info))
    // Each failure costs a stream, so that there is an end to them.
    for (const info of culprits.length > 0 ? culprits : [failed]) this.#unreceivable.add(info, cause)
  }
}

/** The mid and SSRCs of one stream; null where it has no mid, or one number twice. */
function numbersOf({ mid, encodings = [] }: RtpParameters): readonly StreamNumber[] | null {
  if (mid === undefined) return null
  const sources = encodings.flatMap(({ ssrc, rtx }) => [ssrc, rtx?.ssrc]).filter((ssrc) => ssrc !== undefined)
  if (new Set(sources).size < sources.length) return null
  return [`mid ${mid}`, ...sources.map((ssrc) => `ssrc ${ssrc}`)]
}
