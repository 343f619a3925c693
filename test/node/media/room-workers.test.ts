import { describe, expect, test } from 'vitest'
import * as ask from '../support/asks.ts'
import type { Run } from '../support/far-node.ts'
import * as media from '../support/page-media.ts'
import { hears, join, openRoom, portsOf } from '../support/two-workers.ts'
import { until } from '../support/until.ts'
import { made } from '../support/watch.ts'

describe('W1 where people go', () => {
  test('to the room’s worker while it is not full, then to another, and back where less is', async () => {
    const { run, home, away, pool, room } = await openRoom(2)
    const [first, second] = [await join(run), await join(run)]
    expect([first.port, second.port]).toEqual([home.address.port, home.address.port])
    expect(pool.workers.filter((worker) => worker.rooms.includes(room))).toEqual([home])
    const [third, fourth] = [await join(run), await join(run)]
    expect([third.port, fourth.port]).toEqual([away.address.port, away.address.port])
    await run({ op: 'close-transport', transport: first.send })
    expect((await join(run)).port).toBe(home.address.port)
  })

  test('both transports of a page to one worker, though the other has less by then', async () => {
    const { run, home } = await openRoom(1)
    const [send, receive] = [ask.newTransport(), ask.newTransport()]
    const outcomes = await run(
      ask.sending(send),
      ask.produce(send, ask.newProducer(), 'audio', media.opus(1)),
      { ...ask.receiving(receive), sameWorkerAs: send },
    )
    expect([portsOf(outcomes[0]), portsOf(outcomes[2])]).toEqual([[home.address.port], [home.address.port]])
  })

  test('to the room’s least loaded worker where all are full', async () => {
    const { run, home, away } = await openRoom(1)
    const ports = []
    for (let i = 0; i < 4; i += 1) ports.push((await join(run)).port)
    const [one, other] = [home.address.port, away.address.port]
    expect(ports).toEqual([one, other, one, other])
  })

  test('not to a worker that another room fills', async () => {
    const { run, rooms, home, away } = await openRoom(1)
    const theirs = ask.newRoom()
    const inTheirs: Run = (...ops) => rooms.run(ask.batch(theirs, ...ops))
    await inTheirs(ask.openRouter)
    expect((await join(inTheirs)).port).toBe(away.address.port)
    const ports = [(await join(run)).port, (await join(run)).port]
    expect(ports).toEqual([home.address.port, home.address.port])
  })
})

describe('W3 a worker that dies', () => {
  test.each(['home', 'away'] as const)(
    '%s: the room begins anew as a whole, and others are spared',
    async (which) => {
      const it = await openRoom(1)
      const { run, rooms, room, pool, lost, nextLost } = it
      const [first, second] = [await join(run), await join(run)]
      await hears(run, second, first)
      await hears(run, first, second)
      const spared = ask.newRoom()
      const survivor = which === 'home' ? it.away : it.home
      // Of two empty rooms one comes to either worker.
      const others = [spared, ask.newRoom()]
      for (const other of others) await rooms.run(ask.batch(other, ask.openRouter))
      const kept = others.filter((other) => survivor.rooms.includes(other))
      expect(kept).toHaveLength(1)
      process.kill(it[which].pid, 'SIGKILL')

      expect(await nextLost).toContain(room)
      const [gone] = await run(ask.consume(first.receive, second.producer))
      expect(ask.the('failed', gone).code).toBe('stale-media')
      expect(survivor.rooms).toEqual(kept)
      expect(survivor.counts).toMatchObject({ transports: 0, producers: 0, consumers: 0 })
      await until(() => pool.workers.length === 2)
      await run(ask.openRouter)
      const [third, fourth] = [await join(run), await join(run)]
      await hears(run, third, fourth)
      expect(lost.flat().filter((it) => it === room)).toHaveLength(1)
    },
  )
})

test('W3 a worker that dies while it is told of a pause takes nothing else along', async () => {
  const { run, away, nextLost, room } = await openRoom(1)
  const [first, second] = [await join(run), await join(run)]
  await hears(run, second, first)
  const pipeConsumer = made.consumers.findLast(({ type }) => type === 'pipe')
  process.kill(away.pid, 'SIGSTOP')
  expect(await run({ op: 'set-producer-paused', producer: first.producer, paused: true })).toEqual([
    { outcome: 'done' },
  ])
  await until(() => pipeConsumer?.producerPaused === true)
  process.kill(away.pid, 'SIGKILL')
  // A promise that nobody waits for would end the process, and this test.
  expect(await nextLost).toEqual([room])
  await run(ask.openRouter)
  await join(run)
})

test('W2 closing the room closes all of its routers', async () => {
  const { run, home, away, room } = await openRoom(1)
  const [first, second] = [await join(run), await join(run)]
  await hears(run, second, first)
  expect([home, away].map(({ rooms }) => rooms.includes(room))).toEqual([true, true])
  expect(await run(ask.closeRouter)).toEqual([{ outcome: 'done' }])
  for (const worker of [home, away]) {
    expect(worker.rooms).toEqual([])
    expect(worker.counts).toMatchObject({ routers: 0, transports: 0, producers: 0, consumers: 0 })
  }
})
