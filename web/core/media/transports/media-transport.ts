import type { types } from 'mediasoup-client'
import { ProtocolError } from '../../../../protocol/errors.ts'
import type { MediaSession } from '../../../../protocol/media/session.ts'
import type { Direction, IceServer } from '../../../../protocol/media/transport.ts'
import type { Ask } from '../../encryption/opened.ts'
import type { CallDevice } from '../mediasoup-client/device.ts'
import { connectAhead } from './connect-ahead.ts'
import { IceWatch } from './ice-watch.ts'

/** What a transport tells the media connection that it is part of. */
export interface MediaTransportHost {
  /** Its state changed. */
  changed(): void
  /** The network may be bad: worth looking whether the socket lives. */
  unwell(): void
  /** The way to the node is lost: either our network is in the way, or the node is gone. */
  lost(): void
  /** Only a new media session can help. */
  broken(cause: unknown): void
}

/** One transport of a media session: opened, connected in the same flight as what it carries, watched, repaired. */
export class MediaTransport {
  readonly transport: types.Transport
  readonly #direction: Direction
  readonly #generation: number
  readonly #ask: Ask
  readonly #host: MediaTransportHost
  readonly #watch: IceWatch

  /** @param hidden - Whether nothing but a relay may be used, so that the node never sees our address. */
  constructor(
    device: CallDevice,
    media: MediaSession,
    direction: Direction,
    hidden: boolean,
    ask: Ask,
    host: MediaTransportHost,
  ) {
    this.#direction = direction
    this.#generation = media.generation
    this.#ask = ask
    this.#host = host
    this.#watch = new IceWatch({
      restart: () => this.#restartIce(),
      giveUp: () => host.broken(new Error(`no way to the node to ${direction} media`)),
    })
    this.transport = openTransport(device, media, direction, hidden)
    this.transport.on('connect', ({ dtlsParameters }, done) => {
      // Not waited for: what the transport will carry is announced in the same flight.
      this.#ask('connect-transport', { generation: this.#generation, direction, dtlsParameters }).catch(
        (error) => this.fail(error),
      )
      done()
    })
    this.transport.on('connectionstatechange', (state) => {
      if (state === 'disconnected' || state === 'failed') host.lost()
      this.#watch.handleState(state)
      host.changed()
    })
  }

  /** Connects before there is anything to receive. */
  connectAhead(): void {
    connectAhead(this.transport).catch((cause) => this.fail(cause))
  }

  /** Looks for another way at once, where there ever was one. */
  restartIce(): void {
    if (this.transport.connectionState !== 'new') this.#watch.restart()
  }

  /** Goes through these from now on: what was made with the former ones ends with their credentials. */
  async useIceServers(iceServers: readonly IceServer[]): Promise<void> {
    if (this.transport.closed) return
    await this.transport.updateIceServers({ iceServers: [...iceServers] })
    if (!this.transport.closed) this.restartIce()
  }

  /** A request about this transport failed. */
  fail(cause: unknown): void {
    if (this.transport.closed) return
    // A session that is over is followed by another, or by word that there is none.
    if (cause instanceof ProtocolError && cause.reaction === 'await-media') return
    this.#host.broken(cause)
  }

  close(): void {
    this.#watch.close()
    this.transport.close()
  }

  async #restartIce(): Promise<void> {
    this.#host.unwell()
    const answer = await this.#ask('restart-ice', {
      generation: this.#generation,
      direction: this.#direction,
    })
    if (!this.transport.closed) await this.transport.restartIce(answer)
  }
}

function openTransport(
  { device }: CallDevice,
  media: MediaSession,
  direction: Direction,
  hidden: boolean,
): types.Transport {
  const { id, iceParameters, iceCandidates, dtlsParameters } = media[direction]
  const { iceServers } = media
  const iceTransportPolicy = hidden ? 'relay' : 'all'
  const options = {
    id,
    iceParameters,
    iceCandidates,
    dtlsParameters,
    iceServers,
    iceTransportPolicy,
  } as const
  return direction === 'send' ? device.createSendTransport(options) : device.createRecvTransport(options)
}
