import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freePorts, holdTcp, holdUdp } from '../../../scripts/network/held-ports.ts'
import { WorkerPool } from '../../../sfu-node/media/workers/worker-pool.ts'
import { LoadMeter } from '../../../sfu-node/metrics/load-meter.ts'
import * as ask from '../support/asks.ts'
import * as media from '../support/page-media.ts'
import { openPool, PIPE_PORTS } from '../support/pool.ts'
import { childrenOf, isRunning } from '../support/processes.ts'
import { until } from '../support/until.ts'

const runningAgain = (pool: WorkerPool, size: number) => until(() => pool.workers.length === size)

describe('a worker that dies', () => {
  test('is replaced on its port, and the rooms it took are told', async () => {
    const { pool, rooms, lost, nextLost } = await openPool(2)
    const [taken, spared] = [ask.newRoom(), ask.newRoom()]
    await rooms.run(ask.batch(taken, ask.openRouter))
    await rooms.run(ask.batch(spared, ask.openRouter))
    const victim = pool.workers.find((worker) => worker.rooms.includes(taken))
    if (!victim) throw new Error('no worker has the room')
    process.kill(victim.pid, 'SIGKILL')

    expect(await nextLost).toEqual([taken])
    await runningAgain(pool, 2)
    const heir = pool.workers.find((worker) => worker.address.port === victim.address.port)
    expect(heir?.pid).not.toBe(victim.pid)

    const transport = ask.newTransport()
    const [gone] = await rooms.run(ask.batch(taken, ask.sending(transport)))
    expect(ask.the('failed', gone).code).toBe('stale-media')
    const [opened, made] = await rooms.run(ask.batch(taken, ask.openRouter, ask.sending(transport)))
    expect(opened).toEqual({ outcome: 'done' })
    const { iceCandidates } = ask.the('transport-created', made).transport
    expect(iceCandidates.map(({ port }) => port)).toEqual([victim.address.port, victim.address.port])
    const [untouched] = await rooms.run(ask.batch(spared, ask.sending(ask.newTransport())))
    ask.the('transport-created', untouched)
    expect(lost).toEqual([[taken]])
  })

  test('is waited for where it was the only one: its rooms come back at once', async () => {
    const { pool, rooms, nextLost } = await openPool(1)
    const room = ask.newRoom()
    await rooms.run(ask.batch(room, ask.openRouter))
    process.kill(pool.leastLoaded().pid, 'SIGKILL')
    await nextLost
    expect(pool.workers).toEqual([])
    expect(await rooms.run(ask.batch(room, ask.openRouter))).toEqual([{ outcome: 'done' }])
  })

  test('fails the operation that it was busy with, and the batch ends', async () => {
    const { pool, rooms } = await openPool(1)
    const room = ask.newRoom()
    await rooms.run(ask.batch(room, ask.openRouter))
    const { pid } = pool.leastLoaded()
    process.kill(pid, 'SIGSTOP')
    const waiting = rooms.run(ask.batch(room, ask.sending(ask.newTransport()), ask.openRouter))
    process.kill(pid, 'SIGKILL')
    const [failed] = await waiting
    expect(ask.the('failed', failed).code).toBe('media-failed')
  })
})

test('rooms that open together spread over the workers', async () => {
  const { pool, rooms } = await openPool(2)
  for (let i = 0; i < 4; i += 1) await rooms.run(ask.batch(ask.newRoom(), ask.openRouter))
  expect(pool.workers.map((worker) => worker.rooms.length)).toEqual([2, 2])
})

test('a room goes to the worker with the fewest producers and consumers', async () => {
  const { pool, rooms } = await openPool(2)
  const [busy, send, producer] = [ask.newRoom(), ask.newTransport(), ask.newProducer()]
  await rooms.run(
    ask.batch(busy, ask.openRouter, ask.sending(send), ask.produce(send, producer, 'audio', media.opus(1))),
  )
  for (let i = 0; i < 3; i += 1) await rooms.run(ask.batch(ask.newRoom(), ask.openRouter))
  const busyWorker = pool.workers.find((worker) => worker.rooms.includes(busy))
  expect(busyWorker?.rooms).toEqual([busy])
})

describe('a port that is taken', () => {
  test.each([
    ['UDP', holdUdp],
    ['TCP', holdTcp],
  ])('%s: a sentence with the port and the option, and no process left', async (protocol, hold) => {
    const mediaPort = await freePorts(2)
    const holder = await hold(mediaPort + 1)
    onTestFinished(async () => void (await once(holder.close(), 'close')))
    const before = childrenOf(process.pid)
    const opening = WorkerPool.open(
      { listen: '127.0.0.1', announce: ['127.0.0.1'], mediaPort, pipePorts: PIPE_PORTS, workers: 2 },
      { onRoomsLost: () => {} },
    )
    await expect(opening).rejects.toMatchObject({
      exitCode: 3,
      message: `${protocol} port ${mediaPort + 1} is taken: end the program that holds it, or choose others with --media-port.`,
    })
    expect(childrenOf(process.pid)).toEqual(before)
  })
})

test('a closed pool leaves no process', async () => {
  const { pool } = await openPool(2)
  const pids = pool.workers.map((worker) => worker.pid)
  await pool.close()
  expect(pids.filter(isRunning)).toEqual([])
})

describe('the load', () => {
  test('counts what there is, and a share of the cores', async () => {
    const { pool, rooms } = await openPool(1)
    const meter = new LoadMeter()
    const [send, receive, producer] = [ask.newTransport(), ask.newTransport(), ask.newProducer()]
    await rooms.run(
      ask.batch(
        ask.newRoom(),
        ask.openRouter,
        ask.sending(send),
        ask.receiving(receive),
        ask.produce(send, producer, 'audio', media.opus(2)),
        ask.consume(receive, producer),
      ),
    )
    const { load } = await meter.measure(pool.workers, pool.size)
    const { cpu, bitsPerSecond: _, ...counts } = load
    expect(counts).toEqual({ rooms: 1, people: 1, routers: 1, transports: 2, producers: 1, consumers: 1 })
    expect(cpu).toBeGreaterThanOrEqual(0)
    expect(cpu).toBeLessThanOrEqual(1)
  })

  test('is what a worker does, and not what it cost to start it', async () => {
    const { pool, rooms } = await openPool(1)
    const meter = new LoadMeter()
    await delay(300)
    const idle = (await meter.measure(pool.workers, pool.size)).load.cpu
    expect(idle).toBeLessThan(0.3)
    const room = ask.newRoom()
    const transports = Array.from({ length: 300 }, () => ask.sending(ask.newTransport()))
    await rooms.run(ask.batch(room, ask.openRouter, ...transports))
    expect((await meter.measure(pool.workers, pool.size)).load.cpu).toBeGreaterThan(idle)
  })

  test('is told without a worker that hangs; it is replaced when it has not answered by the next time', async () => {
    const { pool, rooms, nextLost } = await openPool(2)
    const meter = new LoadMeter()
    const room = ask.newRoom()
    await rooms.run(ask.batch(room, ask.openRouter))
    const stuck = pool.workers.find((worker) => worker.rooms.includes(room))
    process.kill(stuck?.pid ?? Number.NaN, 'SIGSTOP')
    expect((await meter.measure(pool.workers, pool.size)).load.routers).toBe(1)
    await meter.measure(pool.workers, pool.size)
    expect(await nextLost).toEqual([room])
    await runningAgain(pool, 2)
  })
})
