import { expect } from 'vitest'
import type { ProducerId, TransportId } from '../../../protocol/ids.ts'
import type { MediaKind, RtpParameters } from '../../../protocol/media/rtp.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import * as ask from './asks.ts'
import type { Run } from './far-node.ts'
import * as media from './page-media.ts'
import { openPool } from './pool.ts'

/** A room on one node of two workers, each of which is full with so much. */
export async function openRoom(workerFullAt: number) {
  const { pool, rooms, lost, nextLost } = await openPool(2, { announce: ['127.0.0.1'], workerFullAt })
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

export const portsOf = (outcome: NodeOutcome | undefined): number[] => [
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
export async function join(run: Run, kind: MediaKind = 'audio', rtp?: RtpParameters): Promise<Person> {
  const [send, receive, producer] = [ask.newTransport(), ask.newTransport(), ask.newProducer()]
  ssrc += 1
  const [sendMade, receiveMade, produced] = await run(
    ask.sending(send),
    { ...ask.receiving(receive), sameWorkerAs: send },
    ask.produce(send, producer, kind, rtp ?? media.opus(ssrc)),
  )
  ask.the('done', produced)
  const [port, ...others] = new Set([...portsOf(sendMade), ...portsOf(receiveMade)])
  expect(others).toEqual([])
  return { send, receive, producer, port: port ?? Number.NaN }
}

/** One of them consumes what the other sends. */
export const hears = async (run: Run, who: Person, whom: Person): Promise<void> => {
  const [outcome] = await run(ask.consume(who.receive, whom.producer))
  ask.the('consumed', outcome)
}
