import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Consumer } from 'mediasoup/types'
import * as v from 'valibot'
import { MediaRoomId } from '../../protocol/ids.ts'
import type { RoomRouter } from '../../sfu-node/media/room-routers.ts'
import type { MediaWorker } from '../../sfu-node/media/workers/media-worker.ts'
import { bytesSentTo, isSettled, Receiver, Sink } from './receivers.ts'
import type { Route } from './routes.ts'
import { Senders } from './senders.ts'

/** Until everybody receives the largest layer: a few seconds, as each layer's sender reports go first. */
const SETTLE_TIMEOUT_MS = 20_000
/** Longer than from one key frame to the next, without which no layer changes. */
const SETTLE_POLL_MS = 1_200
const MEASURE_MS = 4_000

/** What one route cost. */
export interface Cost {
  readonly consumers: number
  /** Processor time of both workers, sender's side and pipe included. */
  readonly cpuMsPerConsumerSecond: number
  /** What each receiver got. */
  readonly kilobitsPerSecond: number
}

/** Sets up a route in a room of its own, and measures it. */
export async function measure(
  workers: readonly [MediaWorker, MediaWorker],
  route: Route,
  size: { readonly senders: number; readonly receivers: number },
): Promise<Cost> {
  const room = v.parse(MediaRoomId, randomBytes(32).toString('hex'))
  await using closing = new AsyncDisposableStack()
  const open = async (worker: MediaWorker): Promise<RoomRouter> => {
    const router = closing.adopt(await worker.openRouter(room), (each) => each.close())
    return { router, worker }
  }
  const [from, to] = [await open(workers[0]), await open(workers[1])]
  const sink = closing.use(await Sink.open())
  const { producers } = closing.use(await Senders.start(from.router, size.senders))
  const who: Receiver[] = []
  const end = route.end === 'from' ? from : to
  for (let i = 0; i < size.receivers; i += 1) who.push(await Receiver.open(end, sink))
  const consumers = await route.lead(producers, from, who)
  await settled(consumers)
  // Awaited here: what it counts closes when this function returns.
  return await count(workers, consumers, who.length)
}

async function settled(consumers: readonly Consumer[]): Promise<void> {
  const until = performance.now() + SETTLE_TIMEOUT_MS
  while (!(await Promise.all(consumers.map(isSettled))).every(Boolean)) {
    if (performance.now() > until) throw new Error('somebody does not receive the largest layer')
    await pause(SETTLE_POLL_MS)
  }
}

async function count(
  workers: readonly MediaWorker[],
  consumers: readonly Consumer[],
  receivers: number,
): Promise<Cost> {
  const bytesBefore = await bytesSentTo(consumers)
  const [cpuBefore, since] = [await cpuMsOf(workers), performance.now()]
  await pause(MEASURE_MS)
  const [cpuMs, seconds] = [(await cpuMsOf(workers)) - cpuBefore, (performance.now() - since) / 1_000]
  const bytes = (await bytesSentTo(consumers)) - bytesBefore
  return {
    consumers: consumers.length,
    cpuMsPerConsumerSecond: cpuMs / consumers.length / seconds,
    kilobitsPerSecond: (8 * bytes) / 1_000 / receivers / seconds,
  }
}

async function cpuMsOf(workers: readonly MediaWorker[]): Promise<number> {
  const times = await Promise.all(workers.map((worker) => worker.cpuTimeMs()))
  return times.reduce((sum, time) => sum + time, 0)
}
