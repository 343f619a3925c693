import { randomBytes } from 'node:crypto'
import type { Consumer, Producer } from 'mediasoup/types'
import * as v from 'valibot'
import { newProducerId, PipeId } from '../../protocol/ids.ts'
import { InnerPipes } from '../../sfu-node/media/inner-pipes/inner-pipes.ts'
import { NodePipe } from '../../sfu-node/media/node-pipes/node-pipe.ts'
import { pipeConsumed } from '../../sfu-node/media/outcomes.ts'
import type { RoomRouter } from '../../sfu-node/media/room-routers.ts'
import type { Receiver } from './receivers.ts'

/** A way from those who send, at `from`, to those who receive. */
export interface Route {
  readonly name: string
  readonly title: string
  /** Where those who receive are: on the worker of those who send, or on another one. */
  readonly end: 'from' | 'to'
  /** Lets every receiver consume every producer. */
  lead(producers: readonly Producer[], from: RoomRouter, who: readonly Receiver[]): Promise<Consumer[]>
}

export const ROUTES: readonly Route[] = [
  { name: 'one-worker', title: 'one worker', end: 'from', lead: leadWithin },
  { name: 'two-workers', title: 'two workers of a node', end: 'to', lead: leadWithin },
  { name: 'two-nodes', title: 'two nodes', end: 'to', lead: leadBetweenNodes },
]

async function leadWithin(
  producers: readonly Producer[],
  from: RoomRouter,
  who: readonly Receiver[],
): Promise<Consumer[]> {
  const inner = new InnerPipes()
  const consumers: Consumer[] = []
  for (const producer of producers) {
    for (const receiver of who) {
      const consume = () => receiver.consume(producer)
      consumers.push(await inner.consumed(producer, from, receiver.at, consume))
    }
  }
  return consumers
}

async function leadBetweenNodes(
  producers: readonly Producer[],
  from: RoomRouter,
  who: readonly Receiver[],
): Promise<Consumer[]> {
  const [sending, receiving] = [
    await NodePipe.open(from, tellSilent),
    await NodePipe.open(receiversAt(who), tellSilent),
  ]
  await connect(sending, receiving)
  await connect(receiving, sending)
  const consumers: Consumer[] = []
  for (const producer of producers) {
    const id = newProducerId()
    const stream = pipeConsumed(newPipeId(), id, await sending.consume(id, producer))
    if (stream.outcome !== 'pipe-consumed') throw new Error('nothing was sent')
    const pipeProducer = await receiving.produce(stream)
    for (const receiver of who) consumers.push(await receiver.consume(pipeProducer))
  }
  return consumers
}

function receiversAt([first]: readonly Receiver[]): RoomRouter {
  if (!first) throw new Error('nobody receives')
  return first.at
}

const tellSilent = (): void => console.error('The two ends of the pipe do not reach each other.')

const newPipeId = (): PipeId => v.parse(PipeId, randomBytes(12).toString('base64url'))

async function connect(one: NodePipe, { transport: { tuple, srtpParameters } }: NodePipe): Promise<void> {
  if (!srtpParameters) throw new Error('a pipe between nodes is encrypted')
  await one.connect({ ip: tuple.localAddress, port: tuple.localPort }, srtpParameters)
}
