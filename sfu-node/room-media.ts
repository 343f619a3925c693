import type { Router, WebRtcTransport } from 'mediasoup/types'
import { ProtocolError } from '../protocol/errors.ts'
import type { MediaRoomId, TransportId } from '../protocol/ids.ts'
import type { NodeOp, NodeOutcome } from '../protocol/node-requests.ts'
import { log } from './log.ts'
import type { MediaWorker } from './media-worker.ts'
import { consumed, DONE, failed, transportCreated } from './outcomes.ts'
import { PageTransport } from './page-transport.ts'
import { RoomPipes } from './room-pipes.ts'
import { RoomProducers } from './room-producers.ts'

type Op<Name extends NodeOp['op']> = Extract<NodeOp, { op: Name }>

/** The share of a link that a page is given before its bandwidth is measured: enough for a middle simulcast layer. */
const INITIAL_OUTGOING_BITS_PER_SECOND = 1_000_000

/** Where rooms get their worker from. */
export interface WorkerChoice {
  leastLoaded(): MediaWorker
}

interface OpenRouter {
  readonly router: Router
  readonly worker: MediaWorker
}

/** One room's router, transports, pipes, producers and consumers. */
export class RoomMedia {
  readonly #room: MediaRoomId
  readonly #choice: WorkerChoice
  readonly #transports = new Map<TransportId, PageTransport>()
  readonly #producers = new RoomProducers()
  readonly #pipes = new RoomPipes(this.#producers)
  #open: OpenRouter | undefined

  constructor(room: MediaRoomId, choice: WorkerChoice) {
    this.#room = room
    this.#choice = choice
  }

  /** Whether its router is there; it also goes when its worker dies. */
  get isOpen(): boolean {
    return this.#open !== undefined
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
      case 'produce':
        return this.#produce(op)
      case 'set-producer-paused':
        return this.#setProducerPaused(op)
      case 'close-producer':
        return this.#closeProducer(op)
      case 'consume':
        return this.#consume(op)
      case 'prefer-layer':
        return this.#preferLayer(op)
      case 'open-pipe':
        return this.#openPipe(op)
      case 'connect-pipe':
        return this.#pipes.connect(op)
      case 'close-pipe':
        return this.#pipes.close(op)
      case 'send-through':
        return this.#pipes.send(op)
      case 'stop-sending-through':
        return this.#pipes.stopSending(op)
      case 'receive-through':
        return this.#pipes.receive(op)
      default:
        return op satisfies never
    }
  }

  async #openRouter(): Promise<NodeOutcome> {
    if (this.#open) return DONE
    const worker = this.#choice.leastLoaded()
    const router = await worker.openRouter(this.#room)
    this.#open = { router, worker }
    router.observer.once('close', () => {
      this.#open = undefined
    })
    log.info('router-opened', { room: this.#room, port: worker.address.port })
    return DONE
  }

  #closeRouter(): NodeOutcome {
    if (!this.#open) return DONE
    // mediasoup closes the transports in it, and these empty the tables below.
    this.#open.router.close()
    log.info('router-closed', { room: this.#room })
    return DONE
  }

  async #createTransport({ transport: id, rtpCapabilities }: Op<'create-transport'>): Promise<NodeOutcome> {
    const { router, worker } = this.#theRouter()
    const existing = this.#transports.get(id)
    if (existing) return transportCreated(id, existing.transport)
    const transport: WebRtcTransport = await router.createWebRtcTransport({
      webRtcServer: worker.webRtcServer,
      preferUdp: true,
      initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BITS_PER_SECOND,
    })
    this.#transports.set(id, new PageTransport(transport, rtpCapabilities))
    transport.observer.once('close', () => this.#transports.delete(id))
    return transportCreated(id, transport)
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

  async #produce(op: Op<'produce'>): Promise<NodeOutcome> {
    const page = this.#theTransport(op.transport)
    if (this.#producers.isFrom(page, op.producer)) return DONE
    const { kind, rtpParameters, paused } = op
    this.#producers.add(op.producer, page, await page.transport.produce({ kind, rtpParameters, paused }))
    return DONE
  }

  async #setProducerPaused({ producer: id, paused }: Op<'set-producer-paused'>): Promise<NodeOutcome> {
    const producer = this.#producers.get(id)
    await (paused ? producer.pause() : producer.resume())
    return DONE
  }

  #closeProducer({ producer }: Op<'close-producer'>): NodeOutcome {
    this.#producers.find(producer)?.close()
    return DONE
  }

  async #consume({ transport, producer }: Op<'consume'>): Promise<NodeOutcome> {
    const consumer = await this.#theTransport(transport).consume(this.#producers.get(producer))
    return consumed(transport, producer, consumer)
  }

  /** A page may speak of what has just closed: that is no error (M5). */
  async #preferLayer({ transport, producer, layer }: Op<'prefer-layer'>): Promise<NodeOutcome> {
    const known = this.#producers.find(producer)
    if (known) await this.#transports.get(transport)?.prefer(known, layer)
    return DONE
  }

  async #openPipe({ pipe }: Op<'open-pipe'>): Promise<NodeOutcome> {
    await this.#openRouter()
    const { router, worker } = this.#theRouter()
    return this.#pipes.open(pipe, router, worker)
  }

  #theRouter(): OpenRouter {
    if (!this.#open) throw new ProtocolError('stale-media', 'this room has no router here')
    return this.#open
  }

  #theTransport(id: TransportId): PageTransport {
    const transport = this.#transports.get(id)
    if (!transport) throw new ProtocolError('stale-media', 'this transport is gone')
    return transport
  }
}
