import { ProtocolError } from '../../../protocol/errors.ts'
import type { PipeId } from '../../../protocol/ids.ts'
import type { NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { InnerPipes } from '../inner-pipes/inner-pipes.ts'
import { DONE, pipeConsumed, pipeOpened } from '../outcomes.ts'
import type { RoomProducers } from '../room-producers.ts'
import type { RoomRouters } from '../room-routers.ts'
import { NodePipe } from './node-pipe.ts'

type Op<Name extends NodeOp['op']> = Extract<NodeOp, { op: Name }>

/** One room's pipes to other nodes, which carry its producers there and theirs here. */
export class RoomPipes {
  readonly #routers: RoomRouters
  readonly #producers: RoomProducers
  readonly #inner: InnerPipes
  readonly #onSilent: (pipe: PipeId) => void
  readonly #pipes = new Map<PipeId, NodePipe>()

  /** `onSilent` is called when nothing is heard of the other end of a pipe. */
  constructor(
    routers: RoomRouters,
    producers: RoomProducers,
    inner: InnerPipes,
    onSilent: (pipe: PipeId) => void,
  ) {
    this.#onSilent = onSilent
    this.#routers = routers
    this.#producers = producers
    this.#inner = inner
  }

  async open({ pipe: id }: Op<'open-pipe'>): Promise<NodeOutcome> {
    const existing = this.#pipes.get(id)
    if (existing) return pipeOpened(id, existing.transport)
    await this.#routers.open()
    const pipe = await NodePipe.open(await this.#routers.pickRouter(), () => this.#onSilent(id))
    this.#pipes.set(id, pipe)
    pipe.transport.observer.once('close', () => this.#pipes.delete(id))
    return pipeOpened(id, pipe.transport)
  }

  async connect({ pipe, address, srtpParameters }: Op<'connect-pipe'>): Promise<NodeOutcome> {
    await this.#thePipe(pipe).connect(address, srtpParameters)
    return DONE
  }

  /** What came through it closes, too. */
  close({ pipe }: Op<'close-pipe'>): NodeOutcome {
    this.#pipes.get(pipe)?.transport.close()
    return DONE
  }

  async consume({ pipe: id, producer: producerId }: Op<'pipe-consume'>): Promise<NodeOutcome> {
    const pipe = this.#thePipe(id)
    const { producer, owner } = this.#producers.get(producerId)
    const consumer =
      pipe.consumerOf(producerId) ??
      (await this.#inner.consumed(producer, owner.at, pipe.at, () => pipe.consume(producerId, producer)))
    return pipeConsumed(id, producerId, consumer)
  }

  closeConsumer({ pipe, producer }: Op<'close-pipe-consumer'>): NodeOutcome {
    this.#pipes.get(pipe)?.closeConsumer(producer)
    return DONE
  }

  /** Nothing where it is not sent. */
  async setPaused({ pipe, producer, paused }: Op<'set-pipe-consumer-paused'>): Promise<NodeOutcome> {
    await this.#pipes.get(pipe)?.setPaused(producer, paused)
    return DONE
  }

  async produce(op: Op<'pipe-produce'>): Promise<NodeOutcome> {
    const pipe = this.#thePipe(op.pipe)
    if (this.#producers.isFrom(pipe, op.producer)) return DONE
    this.#producers.add(op.producer, pipe, await pipe.produce(op))
    return DONE
  }

  #thePipe(id: PipeId): NodePipe {
    const pipe = this.#pipes.get(id)
    if (!pipe) throw new ProtocolError('stale-media', 'this pipe is gone')
    return pipe
  }
}
