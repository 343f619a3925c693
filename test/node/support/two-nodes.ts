import { expect } from 'vitest'
import type { PipeId, ProducerId } from '../../../protocol/ids.ts'
import type { NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import * as ask from './asks.ts'
import { FarNode, type Run } from './far-node.ts'
import { openPool } from './pool.ts'
import { last, made } from './watch.ts'

type Opened = Extract<NodeOutcome, { outcome: 'pipe-opened' }>

/** One node of one worker, with an address of its own, and a room in it. */
export async function openNode(address: string, pipePorts?: { from: number; to: number }) {
  const { rooms, silent } = await openPool(1, {
    listen: address,
    announce: [address],
    ...(pipePorts && { pipePorts }),
  })
  const room = ask.newRoom()
  const run: Run = (...ops) => rooms.run(ask.batch(room, ...ops))
  return { rooms, run, silent }
}

/** Both ends of a new pipe between two nodes, opened and not connected. */
export async function openPipe(one: { run: Run }, other: { run: Run }) {
  const pipe = ask.newPipe()
  const [[here], [there]] = [
    await one.run({ op: 'open-pipe', pipe }),
    await other.run({ op: 'open-pipe', pipe }),
  ]
  return { pipe, here: ask.the('pipe-opened', here), there: ask.the('pipe-opened', there) }
}

/** What one end is asked once the other end was opened. */
export const connectTo = ({ pipe, address, srtpParameters }: Opened): NodeOp => ({
  op: 'connect-pipe',
  pipe,
  address,
  srtpParameters,
})

/** Two nodes that carry one room, and the pipe between them. */
export async function twoNodes() {
  const [one, other] = [await openNode('127.0.0.1'), await openNode('127.0.0.2')]
  const { pipe, here, there } = await openPipe(one, other)
  const outcomes = [
    ...(await one.run(connectTo(there), connectTo(there))),
    ...(await other.run(connectTo(here), connectTo(here))),
  ]
  expect(outcomes).toEqual(outcomes.map(() => ({ outcome: 'done' })))
  return { one, other, pipe, here, there, routerThere: last(made.routers) }
}

/** What the edge does to bring a producer from one node to the other; answers with what carries it, and what it is there. */
export async function carry(from: { run: Run }, to: { run: Run }, pipe: PipeId, producer: ProducerId) {
  const [sent] = await from.run({ op: 'pipe-consume', pipe, producer })
  const { outcome: _, ...stream } = ask.the('pipe-consumed', sent)
  const pipeConsumer = last(made.consumers)
  const [received] = await to.run({ op: 'pipe-produce', ...stream })
  ask.the('done', received)
  return { pipeConsumer, there: last(made.producers) }
}

/** Two nodes, and somebody at the first who speaks and shows a picture, all of it carried to the second. */
export async function carriedAcross() {
  const far = await FarNode.open()
  const nodes = await twoNodes()
  const { one, other, pipe } = nodes
  const entry = await far.pipeTo(one.run)
  const [voice, picture] = [await far.speak(one.run, entry), await far.show(one.run, entry)]
  return {
    ...nodes,
    voice: { ...voice, ...(await carry(one, other, pipe, voice.id)) },
    picture: { ...picture, ...(await carry(one, other, pipe, picture.id)) },
  }
}
