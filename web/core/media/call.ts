import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import type {
  ConsumerInfo,
  MediaSession,
  MediaSource,
  ProducerInfo,
} from '../../../protocol/media/session.ts'
import type { IceServer } from '../../../protocol/media/transport.ts'
import type { TurnLevel } from '../../../protocol/media/turn.ts'
import type { Ask } from '../encryption/opened.ts'
import { ConnectionPair } from './connection-pair.ts'
import type { CallEncryption } from './encryption/call-encryption.ts'
import { type CallLink, type ConnectionHost, MediaConnection } from './media-connection.ts'
import type { CallDevice } from './mediasoup-client/device.ts'
import type { Received } from './receiving/consumers.ts'
import { Unreceivable } from './receiving/unreceivable.ts'
import type { Wanted } from './sending/local-source.ts'
import { SessionRenewal } from './session-renewal.ts'
import type { ShownPicture } from './shown-picture.ts'
import { offersTurn } from './transports/turn.ts'
import { WantedMedia } from './wanted-media.ts'

export interface CallListener {
  /** What is received changed. */
  received(received: readonly Received[]): void
  linkChanged(link: CallLink): void
  /** Whether we go through a TURN server is another matter now. */
  pathChanged(viaTurn: boolean): void
  /** The network may be bad: worth looking whether the socket lives. */
  unwell(): void
  /** A source of ours is not sent any more: the room refused it, or a moderator ended it. */
  ended(source: MediaSource): void
  /** A moderator forbids what we just began to send. */
  forbidden(source: MediaSource): void
}

/**
 * The media of one stay in a room, across media sessions: builds each session anew, sends into it whatever is wanted
 * at the time, and asks for another where one cannot be repaired.
 */
export class Call {
  readonly #device: CallDevice
  readonly #ask: Ask
  readonly #listener: CallListener
  readonly #encryption: CallEncryption | null
  readonly #wanted = new WantedMedia()
  readonly #renewal: SessionRenewal
  #hidden = false
  #constantRate = false
  /** Whether there is one that is not used, because the node would see our address. */
  #lacksRelay = false
  readonly #pair = new ConnectionPair()
  readonly #unreceivable = new Unreceivable()
  /** The last session that was said to have all. */
  #finished: number | null = null
  #link: CallLink = 'none'
  #viaTurn = false

  /** @param encryption - What encrypts and decrypts all media; null where the room is not encrypted. */
  constructor(device: CallDevice, encryption: CallEncryption | null, ask: Ask, listener: CallListener) {
    this.#encryption = encryption
    this.#device = device
    this.#ask = ask
    this.#listener = listener
    this.#renewal = new SessionRenewal(ask)
  }

  /**
   * The media session that holds now. Its transports are kept where it is the one we have; any other is built anew.
   *
   * @param announced - Our own producers, as the room knows them.
   */
  use(media: MediaSession, announced: readonly ProducerInfo[]): void {
    if (this.#pair.current?.serves(media)) {
      this.#pair.current.reconcile(media.consumers, announced)
      this.useIceServers(media.iceServers)
      return
    }
    this.#drop()
    this.#open(media)
  }

  /** Another session takes the place of ours, which goes on until `endMove`: nobody is to hear a silence. */
  move(media: MediaSession): void {
    this.#pair.leaveCurrent()
    this.#open(media)
  }

  /** All are carried by another node: the old session is over. */
  endMove(): void {
    this.#pair.endMove()
    this.#tell()
  }

  #open(media: MediaSession): void {
    this.#renewal.follow(media.generation)
    this.#lacksRelay = this.#hidden && !offersTurn(media.iceServers)
    if (this.#lacksRelay) {
      this.#tell()
      return
    }
    const host: ConnectionHost = {
      changed: () => this.#handleChange(connection),
      unwell: () => this.#listener.unwell(),
      lost: () => {
        this.#listener.unwell()
        this.#renewal.suspectNode(media.generation)
      },
      broken: (cause) => {
        if (connection === this.#pair.current) this.#renewal.repair(media.generation, cause)
      },
      refused: (source, forbidden) => {
        this.#handleEnd(source)
        if (forbidden) this.#listener.forbidden(source)
      },
      pathChanged: () => {
        this.#wanted.sendOn([connection])
        this.#tell()
      },
    }
    const connection: MediaConnection = new MediaConnection(
      this.#device,
      media,
      this.#hidden,
      this.#unreceivable,
      this.#encryption,
      this.#constantRate,
      this.#ask,
      host,
    )
    this.#pair.begin(connection)
    this.#wanted.beginOn(connection)
    this.#handleChange(connection)
  }

  /** No node carries media any more; `use` follows when one does. */
  lose(): void {
    this.#drop()
    this.#renewal.follow(null)
    this.#lacksRelay = false
    this.#tell()
  }

  /** What our ways to the node may go through from now on. */
  useIceServers(iceServers: readonly IceServer[]): void {
    this.#pair.current?.useIceServers(iceServers).catch((cause) => console.warn('call: ICE servers', cause))
    if (this.#lacksRelay && offersTurn(iceServers)) this.#renewal.renew()
  }

  /** Hides our address from the node, or no longer: in this session, which is renewed for it, and in every later one. */
  hideAddress(hidden: boolean): void {
    if (hidden === this.#hidden) return
    this.#hidden = hidden
    if (!this.#renewal.holds) return
    // What goes the direct way ends at once; what goes through the relay may go on until its successor is there.
    if (hidden) this.#drop()
    this.#lacksRelay = false
    this.#tell()
    this.#renewal.renew()
  }

  /** Sends our voice at a constant rate (K28), or no longer, where it is encrypted: now, and into every later session. */
  keepRate(constant: boolean): void {
    this.#constantRate = constant
    for (const connection of this.#pair.all) connection.keepRate(constant)
  }

  /** Sends a source, or mutes it, or stops it: now, and into every later session. */
  want(source: MediaSource, wanted: Wanted): void {
    this.#wanted.want(source, wanted, this.#pair.all)
    this.#tell()
  }

  /** What goes through TURN servers from now on: where we do, the rest of what we send waits, and goes on by itself (M10). */
  allowTurn(level: TurnLevel): void {
    if (this.#wanted.allowTurn(level, this.#pair.all)) this.#tell()
  }

  /** Resolves when what is wanted of a source is sent, or nothing can be sent for now. */
  async sent(source: MediaSource): Promise<void> {
    await this.#pair.current?.sent(source)
  }

  receive(consumer: ConsumerInfo): void {
    this.#pair.current?.add(consumer)
  }

  /** Says what the page shows: now, and in every later session. */
  show(pictures: ReadonlyMap<ProducerId, ShownPicture>): void {
    this.#wanted.show(pictures, this.#pair.current)
  }

  /** Sends our camera up to this layer (0 is the smallest): now, and into every later session. */
  limit(layer: 0 | 2): void {
    this.#wanted.limit(layer, this.#pair.all)
  }

  /** A producer is gone: somebody's, or one of ours that a moderator ended. */
  dropProducer(producer: ProducerId): void {
    this.#unreceivable.forgetProducer(producer)
    for (const connection of this.#pair.all) connection.drop((info) => info.producer === producer)
    const source = this.#pair.current?.lose(producer)
    if (source) this.#handleEnd(source)
  }

  dropPeer(peer: PeerId): void {
    this.#unreceivable.forgetPeer(peer)
    for (const connection of this.#pair.all) connection.drop((info) => info.peer === peer)
  }

  /** Nothing is heard of anybody: perhaps the node is gone. */
  suspectNode(): void {
    this.#renewal.suspectNode()
  }

  /** The network changed: looks for another way before the old one is seen to fail. */
  restartIce(): void {
    for (const connection of this.#pair.all) connection.restartIce()
  }

  /** What the browser reports of the connections (W3C webrtc-stats); nothing while there are none. */
  async reports(): Promise<RTCStatsReport[]> {
    return (await this.#pair.current?.reports()) ?? []
  }

  /** The same of all that is received, by the connection that is being left, too. */
  receivingReports(): Promise<RTCStatsReport[]> {
    return Promise.all(this.#pair.all.map((connection) => connection.receivingReport()))
  }

  close(): void {
    this.#drop()
    this.#renewal.follow(null)
    this.#wanted.forgetAll()
  }

  #drop(): void {
    this.#renewal.cancel()
    this.#pair.close()
  }

  #handleEnd(source: MediaSource): void {
    if (source === 'screen' || source === 'screen-audio') this.#wanted.forget(source)
    this.#tell()
    this.#listener.ended(source)
  }

  #handleChange(connection: MediaConnection): void {
    if (connection !== this.#pair.current)
      return this.#pair.all.includes(connection) ? this.#tell() : undefined
    if (connection.link === 'connected' && this.#link !== 'connected') this.#renewal.connected()
    this.#tell()
    this.#reviewMove(connection)
  }

  /** Says that the new session has all that the old one had, once it has. */
  #reviewMove(connection: MediaConnection): void {
    if (!this.#pair.hasMoved) return
    const { generation } = connection
    if (this.#finished === generation) return
    this.#finished = generation
    this.#ask('finish-migration', { generation }).catch((error) => console.warn('call: the move', error))
  }

  #tell(): void {
    this.#listener.received(this.#pair.received)
    const viaTurn = this.#pair.carrying?.viaTurn ?? false
    if (viaTurn !== this.#viaTurn) {
      this.#viaTurn = viaTurn
      this.#listener.pathChanged(viaTurn)
    }
    const link = this.#pair.carrying?.link ?? (this.#lacksRelay ? 'no-relay' : 'none')
    if (link === this.#link) return
    this.#link = link
    this.#listener.linkChanged(link)
  }
}
