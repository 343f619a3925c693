import { describe, expect, test } from 'vitest'
import type { ProducerId, TransportId } from '../../protocol/ids.ts'
import type { NodeOutcome } from '../../protocol/node-requests.ts'
import type { MediaKind, RtpParameters } from '../../protocol/rtp.ts'
import { readVp8 } from '../../scripts/rtp-packets.ts'
import * as ask from './support/asks.ts'
import { FarNode, type Run } from './support/far-node.ts'
import * as media from './support/page-media.ts'
import { openPool } from './support/pool.ts'
import { until } from './support/until.ts'
import { last, made, receiveHere } from './support/watch.ts'

/** A room on one node of two workers, each of which is full with so much. */
async function openRoom(workerFullAt: number) {
  const { pool, rooms, lost, nextLost } = await openPool(2, { announce: '127.0.0.1', workerFullAt })
  const room = ask.newRoom()
  const run: Run = (...ops) => rooms.run(ask.batch(room, ...ops))
  await run(ask.openRouter)
  const home = pool.workers.find((worker) => worker.rooms.includes(room))
  const away = pool.workers.find((worker) => worker !== home)
  if (!home || !away) throw new Error('two workers run')
  const producersOf = () => [home.counts.producers, away.counts.producers]
  const consumersOf = () => [home.counts.consumers, away.counts.consumers]
  return { pool, rooms, lost, nextLost, room, run, home, away, producersOf, consumersOf }
}

const portsOf = (outcome: NodeOutcome | undefined): number[] => [
  ...new Set(ask.the('transport-created', outcome).transport.iceCandidates.map(({ port }) => port)),
]

interface Person {
  readonly send: TransportId
  readonly receive: TransportId
  readonly producer: ProducerId
  /** The port of its worker. */
  readonly port: number
}

let ssrc = 20_000

/** Somebody comes in and sends something: a voice, unless it is said otherwise. */
async function join(run: Run, kind: MediaKind = 'audio', rtp?: RtpParameters): Promise<Person> {
  const [send, receive, producer] = [ask.newTransport(), ask.newTransport(), ask.newProducer()]
  ssrc += 1
  const [sendMade, receiveMade, produced] = await run(
    ask.sending(send),
    { ...ask.receiving(receive), beside: send },
    ask.produce(send, producer, kind, rtp ?? media.opus(ssrc)),
  )
  ask.the('done', produced)
  const [port, ...others] = new Set([...portsOf(sendMade), ...portsOf(receiveMade)])
  expect(others).toEqual([])
  return { send, receive, producer, port: port ?? Number.NaN }
}

const hears = async (run: Run, who: Person, whom: Person): Promise<void> => {
  const [outcome] = await run(ask.consume(who.receive, whom.producer))
  ask.the('consumed', outcome)
}

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
      { ...ask.receiving(receive), beside: send },
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

describe('W2 who is on another worker', () => {
  test('is heard there, by a pipe for all who listen, until nobody does any more', async () => {
    const { run, producersOf, consumersOf } = await openRoom(1)
    const [first, second] = [await join(run), await join(run)]
    const [, fourth] = [await join(run), await join(run)]
    expect(producersOf()).toEqual([2, 2])
    await hears(run, second, first)
    await hears(run, fourth, first)
    // One more producer there, and one more consumer here.
    expect(producersOf()).toEqual([2, 3])
    expect(consumersOf()).toEqual([1, 2])
    await hears(run, first, second)
    expect([producersOf(), consumersOf()]).toEqual([
      [3, 3],
      [2, 3],
    ])
    await run({ op: 'close-transport', transport: second.receive })
    expect(producersOf()).toEqual([3, 3])
    await run({ op: 'close-transport', transport: fourth.receive })
    expect(producersOf()).toEqual([3, 2])
    await until(() => consumersOf().join() === '1,1')
  })

  test('is brought again when somebody comes back, and once where the same is asked twice', async () => {
    const { run, producersOf } = await openRoom(1)
    const [first, second] = [await join(run), await join(run)]
    await hears(run, second, first)
    await hears(run, second, first)
    expect(producersOf()).toEqual([1, 2])
    await run({ op: 'close-transport', transport: second.receive })
    expect(producersOf()).toEqual([1, 1])
    const outcomes = await run(
      { ...ask.receiving(second.receive), beside: second.send },
      ask.consume(second.receive, first.producer),
    )
    ask.the('consumed', outcomes[1])
    expect(producersOf()).toEqual([1, 2])
  })

  test('leaves nothing behind where it cannot be received', async () => {
    const { run, producersOf, consumersOf } = await openRoom(1)
    const [first, second] = [await join(run), await join(run)]
    const [outcome] = await run(ask.consume(second.send, first.producer))
    expect(ask.the('failed', outcome).code).toBe('media-failed')
    await until(() => `${producersOf()} ${consumersOf()}` === '1,1 0,0')
  })

  test('ends there, too, when it ends', async () => {
    const { run, producersOf, consumersOf } = await openRoom(1)
    const [first, second] = [await join(run), await join(run)]
    await hears(run, second, first)
    expect(await run({ op: 'close-producer', producer: first.producer })).toEqual([{ outcome: 'done' }])
    await until(() => `${producersOf()} ${consumersOf()}` === '0,1 0,0')
    const [gone] = await run(ask.consume(second.receive, first.producer))
    expect(ask.the('failed', gone).code).toBe('not-found')
  })

  test('is seen there in packets: layers, key frames and pauses', async () => {
    const { run, home, away } = await openRoom(1)
    const far = await FarNode.open()
    const picture = await far.show(run, await far.pipeTo(run))
    const here = last(made.producers)
    const watcher = await join(run)
    expect([home.counts.producers, watcher.port]).toEqual([1, away.address.port])
    await run(ask.consume(watcher.receive, picture.id))
    const there = last(made.producers)
    expect([there.id, there.type]).toEqual([here.id, 'simulcast'])
    const { packets, consumer } = await receiveHere(last(made.routers), there, 0)
    await until(() => packets.length > 10)
    expect(packets.slice(0, 1).map(readVp8)).toEqual([{ layer: 0, isKeyFrame: true }])

    await run({ op: 'set-producer-paused', producer: picture.id, paused: true })
    await until(() => there.paused && consumer.producerPaused)
    const before = packets.length
    await run({ op: 'set-producer-paused', producer: picture.id, paused: false })
    await until(() => !there.paused && packets.length > before + 10)
  })

  test('rests while all who are there have paused it, and comes back with a key frame', async () => {
    const { run } = await openRoom(1)
    const far = await FarNode.open()
    const picture = await far.show(run, await far.pipeTo(run))
    const [one, two] = [await join(run), ask.newTransport()]
    await run({ ...ask.receiving(two), beside: one.send }, ask.consume(one.receive, picture.id))
    const there = last(made.producers)
    await run(ask.consume(two, picture.id))
    const { packets, consumer } = await receiveHere(last(made.routers), there, 0)
    await until(() => packets.length > 10)
    const prefer = async (transport: TransportId, layer: 0 | null) => {
      expect(await run({ op: 'prefer-layer', transport, producer: picture.id, layer })).toEqual([
        { outcome: 'done' },
      ])
    }
    await prefer(one.receive, null)
    expect(there.paused).toBe(false)
    await prefer(two, null)
    await until(() => there.paused && consumer.producerPaused)
    const before = packets.length
    // Muted and back meanwhile: it goes on resting.
    await run({ op: 'set-producer-paused', producer: picture.id, paused: true })
    await run({ op: 'set-producer-paused', producer: picture.id, paused: false })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(there.paused).toBe(true)
    expect(packets.length).toBeLessThan(before + 5)
    packets.length = 0
    await prefer(two, 0)
    expect(there.paused).toBe(false)
    await until(() => packets.length > 10)
    expect(readVp8(packets[0] ?? Buffer.alloc(0)).isKeyFrame).toBe(true)
  })

  test('wakes for whoever comes, and rests again when they leave', async () => {
    const { run } = await openRoom(1)
    const [first, second] = [await join(run, 'video', media.vp8Simulcast), await join(run)]
    await hears(run, second, first)
    const there = last(made.producers)
    await run({ op: 'prefer-layer', transport: second.receive, producer: first.producer, layer: null })
    expect(there.paused).toBe(true)
    const late = ask.newTransport()
    await run({ ...ask.receiving(late), beside: second.send }, ask.consume(late, first.producer))
    expect(there.paused).toBe(false)
    await run({ op: 'close-transport', transport: late })
    await until(() => there.paused)
    expect(there.closed).toBe(false)
  })

  test('goes on to another node from there', async () => {
    const { run } = await openRoom(1)
    const [, second] = [await join(run), await join(run)]
    const far = await FarNode.open()
    const pipe = await far.pipeTo(run)
    const [sent, again] = await run(
      { op: 'send-through', pipe, producer: second.producer },
      { op: 'send-through', pipe, producer: second.producer },
    )
    expect(ask.the('sent-through', sent).kind).toBe('audio')
    expect(again).toEqual(sent)
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
  process.kill(away.pid, 'SIGSTOP')
  expect(await run({ op: 'set-producer-paused', producer: first.producer, paused: true })).toEqual([
    { outcome: 'done' },
  ])
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
