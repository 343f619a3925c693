import { expect, test } from 'vitest'
import type { MediaRoomId } from '../../../protocol/ids.ts'
import type { NodeOp } from '../../../protocol/node-edge/requests.ts'
import * as ask from '../support/asks.ts'
import * as media from '../support/page-media.ts'
import { openPool } from '../support/pool.ts'
import { roomWith } from '../support/room.ts'

test('an operation that fails does not stop its batch', async () => {
  const { run, send, receive, producer } = await roomWith('audio', media.opus(6_666))
  const outcomes = await run(
    ask.consume(receive, ask.newProducer()),
    ask.consume(send, producer),
    ask.produce(send, ask.newProducer(), 'video', media.unknownCodec),
    ask.consume(receive, producer),
  )
  expect(outcomes.map((it) => (it.outcome === 'failed' ? it.code : it.outcome))).toEqual([
    'not-found',
    'bad-message',
    'media-unsupported',
    'consumed',
  ])
})

test('batches of a room are done in the order they came, without waiting to be asked', async () => {
  const { rooms } = await openPool(1)
  const [room, send, receive, producer] = [
    ask.newRoom(),
    ask.newTransport(),
    ask.newTransport(),
    ask.newProducer(),
  ]
  const ended: string[] = []
  const run = async (name: string, ...ops: NodeOp[]) => {
    const outcomes = await rooms.run(ask.batch(room, ...ops))
    ended.push(name)
    return outcomes.map((it) => (it.outcome === 'failed' ? it.code : it.outcome))
  }
  const all = await Promise.all([
    run('open', ask.openRouter, ask.sending(send), ask.receiving(receive)),
    run('produce', ask.produce(send, producer, 'audio', media.opus(9_999))),
    run('consume', ask.consume(receive, producer)),
    run('close', ask.closeRouter),
    run('late', ask.consume(receive, producer)),
  ])
  expect(ended).toEqual(['open', 'produce', 'consume', 'close', 'late'])
  expect(all).toEqual([
    ['done', 'transport-created', 'transport-created'],
    ['done'],
    ['consumed'],
    ['done'],
    ['stale-media'],
  ])
})

test('a room whose worker stands still does not hold up the others', async () => {
  const { pool, rooms } = await openPool(2)
  const [stuck, free] = [ask.newRoom(), ask.newRoom()]
  const open = (room: MediaRoomId) => rooms.run(ask.batch(room, ask.openRouter))
  await open(stuck)
  await open(free)
  const pid = pool.workers.find((worker) => worker.rooms.includes(stuck))?.pid ?? Number.NaN
  process.kill(pid, 'SIGSTOP')
  let stuckEnded = false
  const waiting = rooms.run(ask.batch(stuck, ask.sending(ask.newTransport()))).then((outcomes) => {
    stuckEnded = true
    return outcomes
  })
  const [made] = await rooms.run(ask.batch(free, ask.sending(ask.newTransport())))
  ask.the('transport-created', made)
  expect(stuckEnded).toBe(false)
  process.kill(pid, 'SIGCONT')
  ask.the('transport-created', (await waiting)[0])
})

test('keepOnly closes the routers of all other rooms', async () => {
  const { pool, rooms } = await openPool(1)
  const [kept, given] = [ask.newRoom(), ask.newRoom()]
  await rooms.run(ask.batch(kept, ask.openRouter))
  await rooms.run(ask.batch(given, ask.openRouter))
  await rooms.keepOnly([kept])
  expect(pool.leastLoaded().rooms).toEqual([kept])
})
