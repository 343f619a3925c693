import type { Consumer, PipeTransport, Producer } from 'mediasoup/types'
import type { ProducerId } from '../../../protocol/ids.ts'
import type { MediaKind, RtpParameters } from '../../../protocol/media/rtp.ts'
import type { PipeAddress, SrtpParameters } from '../../../protocol/node-edge/pipe.ts'
import type { RoomRouter } from '../room-routers.ts'
import { PipeLiveness } from './pipe-liveness.ts'

/** What goes through a pipe: every layer of a producer, and not just one as to a page. */
interface Stream {
  readonly kind: MediaKind
  readonly rtpParameters: RtpParameters
  readonly paused: boolean
}

/** This node's end of a pipe to another node. */
export class NodePipe {
  readonly transport: PipeTransport
  readonly at: RoomRouter
  readonly #liveness: PipeLiveness
  readonly #sent = new Map<ProducerId, Consumer>()
  #connected = false

  private constructor(transport: PipeTransport, at: RoomRouter, liveness: PipeLiveness) {
    this.transport = transport
    this.at = at
    this.#liveness = liveness
  }

  /**
   * Opens this end, on a free port of the node's range. `onSilent` is called when nothing is heard of the other end.
   * Throws what mediasoup throws, above all where no port is free.
   */
  static async open(at: RoomRouter, onSilent: () => void): Promise<NodePipe> {
    const transport = await at.router.createPipeTransport({
      listenInfo: at.worker.pipeListenInfo,
      // Between machines packets are lost, and read by others.
      enableRtx: true,
      enableSrtp: true,
      enableSctp: true,
    })
    try {
      return new NodePipe(transport, at, await PipeLiveness.open(transport, at.router, onSilent))
    } catch (error) {
      transport.close()
      throw error
    }
  }

  /** Gives mediasoup the other end; a second time changes nothing. Throws what mediasoup throws. */
  async connect({ ip, port }: PipeAddress, srtpParameters: SrtpParameters): Promise<void> {
    if (this.#connected) return
    await this.transport.connect({ ip, port, srtpParameters })
    this.#connected = true
    this.#liveness.begin()
  }

  /** What carries this producer to the other end. */
  consumerOf(id: ProducerId): Consumer | undefined {
    return this.#sent.get(id)
  }

  /** Carries `producer` to the other end, where it is not yet. Throws what mediasoup throws. */
  async consume(id: ProducerId, producer: Producer): Promise<Consumer> {
    const consumer = await this.transport.consume({ producerId: producer.id })
    this.#sent.set(id, consumer)
    consumer.observer.once('close', () => this.#sent.delete(id))
    return consumer
  }

  /** Nothing where it is not sent. */
  closeConsumer(id: ProducerId): void {
    this.#sent.get(id)?.close()
  }

  /** Holds back what is sent, or goes on with it: mediasoup then asks for a key frame. Nothing where it is not sent. */
  async setPaused(id: ProducerId, paused: boolean): Promise<void> {
    const consumer = this.#sent.get(id)
    await (paused ? consumer?.pause() : consumer?.resume())
  }

  /** What the other end sends, as a producer here. Throws what mediasoup throws. */
  produce({ kind, rtpParameters, paused }: Stream): Promise<Producer> {
    return this.transport.produce({ kind, rtpParameters, paused })
  }
}
