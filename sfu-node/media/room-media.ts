import type { WebRtcTransport } from 'mediasoup/types'
import { ProtocolError } from '../../protocol/errors.ts'
import type { MediaRoomId, PipeId, TransportId } from '../../protocol/ids.ts'
import type { HeardPage } from '../../protocol/node-edge/events.ts'
import type { NodeOp, NodeOutcome } from '../../protocol/node-edge/requests.ts'
import { TurnBytes } from '../metrics/turn-bytes.ts'
import { log } from '../shared/log.ts'
import { InnerPipes } from './inner-pipes/inner-pipes.ts'
import { RoomPipes } from './node-pipes/room-pipes.ts'
import { consumed, DONE, failed, transportCreated } from './outcomes.ts'
import { PageTransport } from './page-transport.ts'
import { RoomProducers } from './room-producers.ts'
import { RoomRouters, type WorkerChoice } from './room-routers.ts'
import { WatchedPages } from './watched-pages.ts'

type Op<Name extends NodeOp['op']> = Extract<NodeOp, { op: Name }>

/** The share of a link that a page is given before its bandwidth is measured: enough for a middle simulcast layer. */
const INITIAL_OUTGOING_BITS_PER_SECOND = 1_000_000

export interface RoomSettings {
  /** From how many producers and consumers on a worker, rooms go on on another one, too. */
  readonly workerFullAt: number
  /** Nothing is heard of the other end of a pipe to another node. */
  onPipeSilent(room: MediaRoomId, pipe: PipeId): void
}

/** One room's routers, transports, pipes, producers and consumers. */
export class RoomMedia {
  readonly #room: MediaRoomId
  readonly #routers: RoomRouters
  readonly #transports = new Map<TransportId, PageTransport>()
  /** What of it goes through TURN servers. */
  readonly turnBytes = new TurnBytes()
  readonly #watched: WatchedPages
  readonly #producers = new RoomProducers()
  readonly #inner = new InnerPipes()
  readonly #pipes: RoomPipes

  constructor(room: MediaRoomId, choice: WorkerChoice, { workerFullAt, onPipeSilent }: RoomSettings) {
    this.#room = room
    this.#watched = new WatchedPages(room)
    this.#routers = new RoomRouters(room, choice, workerFullAt)
    this.#pipes = new RoomPipes(this.#routers, this.#producers, this.#inner, (pipe) => {
      log.warn('pipe-silent', { room, pipe })
      onPipeSilent(room, pipe)
    })
  }

  /** Whether it has a router; all of them go when the worker of one dies. */
  get isOpen(): boolean {
    return this.#routers.isOpen
  }

  /** As `WatchedPages.look`. */
  watchPages(now: number, tell: (pages: readonly HeardPage[]) => boolean): Promise<void> {
    return this.#watched.look(now, tell)
  }

  /** Executes one operation after the other has ended; never rejects: what fails says so in its outcome. */
  async run(op: NodeOp): Promise<NodeOutcome> {
    try {
      return await this.#execute(op)
    } catch (error) {
      const outcome = failed(error)
      // What is no longer there is ordinary: its owner left while the edge was asking.
      if (!(error instanceof ProtocolError)) {
        log.warn('operation-failed', { room: this.#room, op: op.op, reason: String(error) })
      }
      return outcome
    }
  }

  async #execute(op: NodeOp): Promise<NodeOutcome> {
    switch (op.op) {
      case 'open-router':
        return this.#openRouter()
      case 'close-router':
        return this.#closeRouter()
      case 'create-transport':
        return this.#createTransport(op)
      case 'connect-transport':
        return this.#connectTransport(op)
      case 'restart-ice':
        return this.#restartIce(op)
      case 'close-transport':
        return this.#closeTransport(op)
      case 'set-turn-level':
        return this.#setTurnLevel(op)
      case 'produce':
        return this.#produce(op)
      case 'set-producer-paused':
        return this.#setProducerPaused(op)
      case 'close-producer':
        return this.#closeProducer(op)
      case 'consume':
        return this.#consume(op)
      case 'set-preferred-layer':
        return this.#preferLayer(op)
      case 'open-pipe':
        return this.#pipes.open(op)
      case 'connect-pipe':
        return this.#pipes.connect(op)
      case 'close-pipe':
        return this.#pipes.close(op)
      case 'pipe-consume':
        return this.#pipes.consume(op)
      case 'close-pipe-consumer':
        return this.#pipes.closeConsumer(op)
      case 'set-pipe-consumer-paused':
        return this.#pipes.setPaused(op)
      case 'pipe-produce':
        return this.#pipes.produce(op)
      default:
        return op satisfies never
    }
  }

  async #openRouter(): Promise<NodeOutcome> {
    await this.#routers.open()
    return DONE
  }

  #closeRouter(): NodeOutcome {
    if (!this.#routers.isOpen) return DONE
    // mediasoup closes the transports in them, and these empty the tables.
    this.#routers.close()
    log.info('router-closed', { room: this.#room })
    return DONE
  }

  async #createTransport({
    transport: id,
    rtpCapabilities,
    sameWorkerAs: beside,
  }: Op<'create-transport'>): Promise<NodeOutcome> {
    const existing = this.#transports.get(id)
    if (existing) return transportCreated(id, existing.transport, existing.at.worker)
    const companion = beside && this.#transports.get(beside)
    const at = companion?.at ?? (await this.#routers.pickRouter())
    const transport: WebRtcTransport = await at.router.createWebRtcTransport({
      webRtcServer: at.worker.webRtcServer,
      preferUdp: true,
      initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BITS_PER_SECOND,
    })
    this.#transports.set(id, new PageTransport(transport, at, rtpCapabilities))
    // The second of a page's two is that by which it receives.
    if (beside) this.#watched.add(id, transport, companion?.transport)
    transport.observer.once('close', () => {
      this.#transports.delete(id)
      this.#watched.forget(id)
    })
    return transportCreated(id, transport, at.worker)
  }

  async #connectTransport({ transport, dtlsParameters }: Op<'connect-transport'>): Promise<NodeOutcome> {
    await this.#theTransport(transport).connect(dtlsParameters)
    return DONE
  }

  async #restartIce({ transport }: Op<'restart-ice'>): Promise<NodeOutcome> {
    const iceParameters = await this.#theTransport(transport).transport.restartIce()
    return { outcome: 'ice-restarted', transport, iceParameters }
  }

  #closeTransport({ transport }: Op<'close-transport'>): NodeOutcome {
    this.#transports.get(transport)?.transport.close()
    return DONE
  }

  /** A page may be gone by now: that is no error (M9). */
  async #setTurnLevel({ transport, turnLevel }: Op<'set-turn-level'>): Promise<NodeOutcome> {
    const page = this.#transports.get(transport)
    if (!page) return DONE
    if (turnLevel === null) await this.turnBytes.stop(page.transport)
    else await this.turnBytes.count(page.transport)
    await page.setTurnLevel(turnLevel ?? 'all')
    for (const id of page.consumed) await this.#inner.reconsider({ id }, page.at)
    return DONE
  }

  async #produce(op: Op<'produce'>): Promise<NodeOutcome> {
    const page = this.#theTransport(op.transport)
    if (this.#producers.isFrom(page, op.producer)) return DONE
    const { kind, rtpParameters, paused } = op
    this.#producers.add(op.producer, page, await page.produce({ kind, rtpParameters, paused }))
    return DONE
  }

  async #setProducerPaused({ producer: id, paused }: Op<'set-producer-paused'>): Promise<NodeOutcome> {
    const { producer, owner } = this.#producers.get(id)
    if (owner instanceof PageTransport) await owner.setPaused(producer, paused)
    else await (paused ? producer.pause() : producer.resume())
    return DONE
  }

  #closeProducer({ producer }: Op<'close-producer'>): NodeOutcome {
    this.#producers.find(producer)?.close()
    return DONE
  }

  async #consume({ transport, producer: id, awaitsView = false }: Op<'consume'>): Promise<NodeOutcome> {
    const page = this.#theTransport(transport)
    const { producer, owner } = this.#producers.get(id)
    const consumer =
      page.consumerOf(producer) ??
      (await this.#inner.consumed(producer, owner.at, page.at, () => page.consume(producer, awaitsView)))
    return consumed(transport, id, consumer)
  }

  /** A page may speak of what has just closed: that is no error (M5). */
  async #preferLayer({
    transport,
    producer,
    layer,
    priority,
  }: Op<'set-preferred-layer'>): Promise<NodeOutcome> {
    const [known, page] = [this.#producers.find(producer), this.#transports.get(transport)]
    if (!known || !page) return DONE
    await page.setPreferredLayer(known, layer, priority)
    await this.#inner.reconsider(known, page.at)
    return DONE
  }

  #theTransport(id: TransportId): PageTransport {
    const transport = this.#transports.get(id)
    if (!transport) throw new ProtocolError('stale-media', 'this transport is gone')
    return transport
  }
}
