import type { ProducerId } from '../../../protocol/ids.ts'
import type {
  ConsumerInfo,
  MediaSession,
  MediaSource,
  ProducerInfo,
} from '../../../protocol/media/session.ts'
import type { IceServer } from '../../../protocol/media/transport.ts'
import type { Ask } from '../encryption/opened.ts'
import type { CallEncryption } from './encryption/call-encryption.ts'
import type { CallDevice } from './mediasoup-client/device.ts'
import { Consumers, type Received, type Sift } from './receiving/consumers.ts'
import type { Unreceivable } from './receiving/unreceivable.ts'
import { ViewReport } from './receiving/view-report.ts'
import { LocalProducers, type Refused } from './sending/local-producers.ts'
import type { Wanted } from './sending/local-source.ts'
import type { ShownPicture } from './shown-picture.ts'
import { MediaTransport, type MediaTransportHost } from './transports/media-transport.ts'
import { PathWatch } from './transports/path-watch.ts'
import { areSameServers } from './transports/turn.ts'

/** How the ways to the node are: `idle` where there is nothing to carry. */
export type LinkState = 'idle' | 'connecting' | 'connected' | 'broken'

/** The same of a call: `none` while there is no media session, `no-relay` where it may not be used for want of a relay. */
export type CallLink = LinkState | 'none' | 'no-relay'

/** What a media session tells the call that it is part of. */
export interface ConnectionHost extends MediaTransportHost {
  readonly refused: Refused
  /** Whether it goes through TURN is another matter now. */
  pathChanged(): void
}

/** One media session, from its description to its end: a transport each way, and what they carry. */
export class MediaConnection {
  readonly generation: number
  readonly #sendLink: MediaTransport
  readonly #receiveLink: MediaTransport
  readonly #outgoing: LocalProducers
  readonly #incoming: Consumers
  readonly #report: ViewReport
  readonly #ask: Ask
  readonly #host: ConnectionHost
  readonly #path: PathWatch | null
  #viaTurn = false
  #iceServers: readonly IceServer[]

  /**
   * @param hidden - Whether nothing but a relay may be used.
   * @param unreceivable - What is done without; what else cannot be negotiated is added to it.
   * @param encryption - What encrypts and decrypts all media; null where the room is not encrypted.
   * @param constantRate - Whether our voice is sent at a constant rate (K28), where it is encrypted.
   */
  constructor(
    device: CallDevice,
    media: MediaSession,
    hidden: boolean,
    unreceivable: Unreceivable,
    encryption: CallEncryption | null,
    constantRate: boolean,
    ask: Ask,
    host: ConnectionHost,
  ) {
    this.generation = media.generation
    this.#iceServers = media.iceServers
    this.#ask = ask
    this.#host = host
    // Nothing but a relay is used where one's address is hidden: that needs no watching.
    this.#path = hidden
      ? null
      : new PathWatch(
          () => this.reports(),
          (viaTurn) => this.#handlePath(viaTurn),
        )
    const linkHost = { ...host, changed: () => this.#handleLink() }
    this.#receiveLink = new MediaTransport(device, media, 'receive', hidden, ask, linkHost)
    this.#sendLink = new MediaTransport(device, media, 'send', hidden, ask, linkHost)
    if (hidden) this.#reportPath(true)
    this.#report = new ViewReport((tiles) => ask('set-view', { tiles }))
    this.#incoming = new Consumers(this.#receiveLink, unreceivable, encryption, siftWith(device), () => {
      this.#report.receive(picturesOf(this.#incoming.received))
      host.changed()
    })
    this.#outgoing = new LocalProducers(
      device,
      this.#sendLink,
      media.generation,
      encryption,
      constantRate,
      ask,
      host.refused,
    )
    if (media.consumers.length > 0) this.#incoming.add(media.consumers)
    else this.#receiveLink.connectAhead()
  }

  get received(): Received[] {
    return this.#incoming.received
  }

  /** Whether it goes through a TURN server. */
  get viaTurn(): boolean {
    return this.#viaTurn
  }

  /** The worse of the two ways, of those that are needed. */
  get link(): LinkState {
    const states = [
      ...(this.#outgoing.active ? [stateOf(this.#sendLink)] : []),
      ...(this.#incoming.active ? [stateOf(this.#receiveLink)] : []),
    ]
    const worst = (['broken', 'connecting', 'connected'] as const).find((state) => states.includes(state))
    return worst ?? 'idle'
  }

  /** Whether this is that session: generations are counted for each person, and we may have become another. */
  serves(media: MediaSession): boolean {
    return media.generation === this.generation && media.send.id === this.#sendLink.transport.id
  }

  /** The same session as the edge sees it now, after we were out of touch. */
  reconcile(consumers: readonly ConsumerInfo[], announced: readonly ProducerInfo[]): void {
    this.#incoming.keepOnly(consumers)
    this.#outgoing.disown(announced)
  }

  add(consumer: ConsumerInfo): void {
    this.#incoming.add([consumer])
  }

  drop(unwanted: (info: ConsumerInfo) => boolean): void {
    this.#incoming.drop(unwanted)
  }

  want(source: MediaSource, wanted: Wanted): void {
    this.#outgoing.want(source, wanted)
  }

  /** Resolves when what is wanted of a source is sent. */
  async sent(source: MediaSource): Promise<void> {
    await this.#outgoing.sent(source)
  }

  /** Sends our camera up to this layer (0 is the smallest). */
  limit(layer: 0 | 2): void {
    this.#outgoing.limit(layer)
  }

  /** Sends our voice at a constant rate (K28), or no longer, where it is encrypted. */
  keepRate(constant: boolean): void {
    this.#outgoing.keepRate(constant)
  }

  /** The room ended this producer of ours, if it is one: says which source it was. */
  lose(producer: ProducerId): MediaSource | null {
    return this.#outgoing.lose(producer)
  }

  /** These pictures are shown. */
  show(pictures: ReadonlyMap<ProducerId, ShownPicture>): void {
    this.#report.show(pictures)
  }

  /** Goes through these from now on. */
  async useIceServers(iceServers: readonly IceServer[]): Promise<void> {
    if (areSameServers(iceServers, this.#iceServers)) return
    this.#iceServers = iceServers
    await Promise.all([this.#sendLink, this.#receiveLink].map((link) => link.useIceServers(iceServers)))
  }

  /** Says no more of what the page shows. */
  stopReporting(): void {
    this.#report.close()
  }

  restartIce(): void {
    this.#sendLink.restartIce()
    this.#receiveLink.restartIce()
  }

  /** What the browser reports of each way (W3C webrtc-stats). */
  reports(): Promise<RTCStatsReport[]> {
    return Promise.all([this.#sendLink, this.#receiveLink].map(({ transport }) => transport.getStats()))
  }

  receivingReport(): Promise<RTCStatsReport> {
    return this.#receiveLink.transport.getStats()
  }

  #handleLink(): void {
    this.#path?.look()
    this.#host.changed()
  }

  #handlePath(viaTurn: boolean): void {
    this.#reportPath(viaTurn)
    this.#host.pathChanged()
  }

  #reportPath(viaTurn: boolean): void {
    this.#viaTurn = viaTurn
    this.#ask('report-path', { generation: this.generation, viaTurn }).catch((error) =>
      console.warn('call: report-path', error),
    )
  }

  close(): void {
    this.#path?.close()
    this.#report.close()
    this.#sendLink.close()
    this.#receiveLink.close()
  }
}

/** Loaded when it is needed: hardly ever. */
const siftWith =
  ({ device }: CallDevice): Sift =>
  async (infos) => {
    const { negotiable, rehearse } = await import('./receiving/trial-negotiation.ts')
    return negotiable(infos, rehearse(device))
  }

const picturesOf = (received: readonly Received[]): ProducerId[] =>
  received.filter(({ kind }) => kind === 'video').map(({ producer }) => producer)

function stateOf({ transport }: MediaTransport): LinkState {
  const state = transport.connectionState
  if (state === 'connected') return 'connected'
  return state === 'new' || state === 'connecting' ? 'connecting' : 'broken'
}
