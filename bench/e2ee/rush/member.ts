import { randomInt } from 'node:crypto'
import { ProtocolError } from '../../../protocol/errors.ts'
import { newProducerId, type PeerId, type ProducerId } from '../../../protocol/ids.ts'
import { ROUTER_RTP_CAPABILITIES } from '../../../protocol/media/codecs.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { readWith } from '../../../protocol/reading.ts'
import { someRtp } from '../../../test/support/scripted-node.ts'
import type { OpenedEvent, OpenedWelcome } from '../../../web/core/encryption/opened.ts'
import { RoomSignalling } from '../../../web/core/encryption/room-signalling.ts'
import { encryptable } from '../../../web/core/media/mediasoup-client/encryptable.ts'
import { fromOwnAddress } from '../../directory/own-address.ts'
import type { Air, Listener, VoiceFrame } from './air.ts'
import type { Cipher } from './cipher.ts'

/** A frame of a voice as Opus has it, and how often there is one, in milliseconds: half as often as pages send them. */
const FRAME_BYTES = 80
const FRAME_INTERVAL_MS = 40

/** A hundred leave at once. */
const LEAVE_PATIENCE_MS = 10_000

/** Whoever never comes back has nothing to remember. */
const NO_MEMORY = { read: () => null, write: () => {}, forget: () => {} }

const NAME = readWith(DisplayName, 'Somebody')

/** Where they meet. */
export interface MeetingPlace {
  readonly url: string
  readonly origin: string
  readonly air: Air
}

/** Somebody in a room without a browser: the page's own core, which joins, announces a voice, and listens to all others. */
export class Member implements Listener {
  readonly listens: boolean
  readonly #place: MeetingPlace
  readonly #cipher: Cipher | null
  readonly #signalling: RoomSignalling
  readonly #owners = new Map<ProducerId, PeerId>()
  /** Whose voice one was given. */
  readonly #given = new Set<PeerId>()
  readonly #heard = new Set<PeerId>()
  readonly #waiting: { readonly count: number; readonly done: () => void }[] = []
  readonly #failure = Promise.withResolvers<never>()
  #self: PeerId | null = null
  #speaking: NodeJS.Timeout | undefined

  /**
   * Begins to come in.
   *
   * @param listens - Whether they are to hear the others; who is not comes in, is heard, and follows nobody's coming.
   * @param makeCipher - What makes it an encrypted room; null in a plain one.
   */
  constructor(place: MeetingPlace, listens: boolean, makeCipher: ((member: Member) => Cipher) | null) {
    this.#place = place
    this.listens = listens
    this.#cipher = makeCipher?.(this) ?? null
    this.#failure.promise.catch(() => {})
    const rtpCapabilities = this.#cipher ? encryptable(ROUTER_RTP_CAPABILITIES) : ROUTER_RTP_CAPABILITIES
    this.#signalling = new RoomSignalling({
      connection: { url: place.url, dial: (url) => dialFrom(place.origin, url), memory: NO_MEMORY },
      joinParams: async () => ({ name: NAME, rtpCapabilities }),
      sealing: this.#cipher?.sealing ?? null,
      introduced: (peer, stay) => this.#cipher?.introduce(peer, stay),
      unreadableName: () => NAME,
      tampered: () => this.fail(new Error('something did not open')),
      listener: {
        welcomed: (welcome) => this.#welcomed(welcome),
        happened: (event) => this.#happened(event),
        waiting: () => this.fail(new Error('there is a lobby')),
        cut: () => this.fail(new Error('the socket fell')),
        resumed: () => {},
        refused: (error) => this.fail(error),
      },
    })
    place.air.enter(this)
  }

  get ask(): RoomSignalling['ask'] {
    return this.#signalling.ask
  }

  fail(cause: unknown): void {
    this.#failure.reject(cause)
  }

  /** Resolves when so many others were heard; rejects where that cannot be any more. */
  async hears(count: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push({ count, done: resolve })
    this.#review()
    await Promise.race([promise, this.#failure.promise])
  }

  misses(speaker: PeerId): boolean {
    return this.listens && this.#given.has(speaker) && !this.#heard.has(speaker)
  }

  hear(speaker: PeerId, frame: VoiceFrame): void {
    if (this.#cipher) this.#cipher.hear(speaker, frame)
    else this.noteHeard(speaker)
  }

  noteHeard(speaker: PeerId): void {
    this.#heard.add(speaker)
    this.#review()
  }

  /** One's own voice goes out, as encrypted as it has to be. */
  send(frame: VoiceFrame): void {
    if (this.#self !== null) this.#place.air.carry(this.#self, frame)
  }

  async close(): Promise<void> {
    clearInterval(this.#speaking)
    this.#cipher?.close()
    try {
      await this.#signalling.leave(LEAVE_PATIENCE_MS)
    } catch (error) {
      // Who was not in yet when all others were out of patience has nothing to leave.
      if (!(error instanceof ProtocolError && error.code === 'not-joined')) throw error
    }
  }

  #review(): void {
    for (const { count, done } of this.#waiting) if (this.#heard.size >= count) done()
  }

  #welcomed({ self, peers, media }: OpenedWelcome): void {
    if (!media) return this.fail(new Error('no node took the room'))
    this.#self = self
    for (const { id, producers } of peers) for (const producer of producers) this.#owners.set(producer.id, id)
    for (const consumer of media.consumers) this.#give(consumer.producer)
    const { generation } = media
    const rtpParameters = { ...someRtp, encodings: [{ ssrc: randomInt(1, 2 ** 32) }] }
    this.#signalling
      .ask('produce', {
        generation,
        producer: newProducerId(),
        source: 'microphone',
        rtpParameters,
        paused: false,
      })
      .catch((cause) => this.fail(cause))
    this.#speaking = setInterval(() => this.#speak(), FRAME_INTERVAL_MS)
  }

  #happened(event: OpenedEvent): void {
    if (event.event === 'producer-added') {
      this.#owners.set(event.producer.id, event.peer)
      if (event.consumer) this.#give(event.consumer.producer)
    }
    if (event.event === 'consumer-added') this.#give(event.consumer.producer)
  }

  #give(producer: ProducerId): void {
    const owner = this.#owners.get(producer)
    if (owner) this.#given.add(owner)
  }

  #speak(): void {
    if (this.#self === null || !this.#place.air.isMissed(this.#self)) return
    const frame = { data: new Uint8Array(FRAME_BYTES).fill(7).buffer }
    if (this.#cipher) this.#cipher.speak(frame)
    else this.send(frame)
  }
}

/** A socket as a page of that site opens it, from an address of its own. */
function dialFrom(origin: string, url: string): WebSocket {
  // What Node's takes beyond the standard's: headers (undici's WebSocketInit).
  const init = { headers: { origin, ...fromOwnAddress() } }
  return Reflect.construct(WebSocket, [url, init])
}
