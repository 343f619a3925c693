import { expect } from 'vitest'
import type { MediaKind, RtpParameters } from '../../../protocol/media/rtp.ts'
import type { NodeOp } from '../../../protocol/node-edge/requests.ts'
import * as ask from './asks.ts'
import { openPool } from './pool.ts'

/** A room where one page sends this, and the same page could receive it. */
export async function roomWith(kind: MediaKind, rtpParameters: RtpParameters) {
  const { pool, rooms } = await openPool(1)
  const [room, send, receive, producer] = [
    ask.newRoom(),
    ask.newTransport(),
    ask.newTransport(),
    ask.newProducer(),
  ]
  const run = (...ops: NodeOp[]) => rooms.run(ask.batch(room, ...ops))
  const outcomes = await run(
    ask.openRouter,
    ask.sending(send),
    ask.receiving(receive),
    ask.produce(send, producer, kind, rtpParameters),
  )
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'done',
    'transport-created',
    'transport-created',
    'done',
  ])
  const counts = () => {
    const { routers, transports, producers, consumers } = pool.leastLoaded().counts
    return { routers, transports, producers, consumers }
  }
  return { pool, rooms, run, counts, room, send, receive, producer }
}
