// What `npm run bench:directory` runs once everything is installed: see bench/README.md.
import { setTimeout as pause } from 'node:timers/promises'
import { NODE_SILENCE_MAX_MS } from '../../protocol/limits.ts'
import { startEdge } from '../../scripts/edge/edge.ts'
import { describeComputer } from '../common/machine.ts'
import { quantile } from '../common/quantile.ts'
import { keepResult } from '../common/result.ts'
import { runBenchmark } from '../common/run-benchmark.ts'
import { untilToldToEnd } from '../common/until-told-to-end.ts'
import { DialledNode, type KnownNode, newNode } from './dialled-node.ts'
import { openRoom } from './open-room.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { ProcessorTime } from './processor-time.ts'
import { type Measured, type RoomsMeasured, tableOf } from './table.ts'

/** Over so long nodes come, so that their heartbeats, and what the edge does of each by its clock, are spread evenly. */
const DIALLING_SECONDS = NODE_SILENCE_MAX_MS / 1_000

/** The same for every swarm, and no more than ten nodes are allowed to tell. */
const FURTHER_BEATS_PER_SECOND = 100
/** A program runs slowly until it was run often. */
const WARMING_SECONDS = 2

interface Scene {
  readonly url: string
  readonly nodes: readonly DialledNode[]
  readonly processor: ProcessorTime
}

async function dialAll(url: string, known: readonly KnownNode[]): Promise<DialledNode[]> {
  const nodes: Promise<DialledNode>[] = []
  await evenly(known.length / DIALLING_SECONDS, DIALLING_SECONDS, (index) => {
    const next = known[index]
    if (next) nodes.push(DialledNode.dial(url, next))
  })
  return Promise.all(nodes)
}

/** Does `act` so often a second, evenly, for so many seconds; answers how often it did. */
async function evenly(perSecond: number, seconds: number, act: (index: number) => void): Promise<number> {
  const since = performance.now()
  let done = 0
  while (performance.now() - since < seconds * 1_000) {
    const due = Math.floor(((performance.now() - since) / 1_000) * perSecond) + 1
    for (; done < due; done += 1) act(done)
    await pause(5)
  }
  return done
}

/** What share of one core the edge uses while `act` goes on. */
async function busyDuring(processor: ProcessorTime, act: () => Promise<unknown>): Promise<number> {
  const [before, since] = [processor.ms, performance.now()]
  await act()
  return (processor.ms - before) / (performance.now() - since)
}

/** Heartbeats beside those that the nodes send by themselves, in turn. */
const beatMore = (nodes: readonly DialledNode[], seconds: number): Promise<number> =>
  evenly(FURTHER_BEATS_PER_SECOND, seconds, (index) => nodes[index % nodes.length]?.beat())

async function measureRooms(
  { nodes, url, processor }: Scene,
  perSecond: number,
  seconds: number,
): Promise<RoomsMeasured> {
  const rooms: Promise<number>[] = []
  const busy = await busyDuring(processor, async () => {
    await evenly(perSecond, seconds, (index) => {
      rooms.push(openRoom(url, `bench-${nodes.length}-${perSecond}-${index}`))
    })
    await Promise.all(rooms)
  })
  const waits = await Promise.all(rooms)
  return { perSecond, busy, medianMs: quantile(waits, 0.5), p99Ms: quantile(waits, 0.99) }
}

async function measureSwarm(count: number, { rates, seconds }: Options): Promise<Measured> {
  const known = await Promise.all(Array.from({ length: count }, (_, index) => newNode(index)))
  const trusted = known.map(({ node, keys }) => `${node}:${keys.publicKey}`).join()
  await using opened = new AsyncDisposableStack()
  // As behind a web server: each node and each person has an address of their own.
  const edge = await startEdge({ behindProxy: true, bindings: { NODE_KEYS: trusted } })
  opened.defer(() => edge.stop())
  const nodes = await dialAll(edge.url, known)
  opened.defer(() => {
    for (const node of nodes) node.hangUp()
  })
  const scene = { url: edge.url, nodes, processor: new ProcessorTime() }
  await beatMore(nodes, WARMING_SECONDS)
  const atRest = await busyDuring(scene.processor, () =>
    pause(Math.max(seconds * 1_000, NODE_SILENCE_MAX_MS)),
  )
  const withMore = await busyDuring(scene.processor, () => beatMore(nodes, seconds))
  const rooms: RoomsMeasured[] = []
  for (const rate of rates) rooms.push(await measureRooms(scene, rate, seconds))
  return { nodes: count, atRest, withMore, rooms }
}

async function run(options: ReturnType<typeof readOptions>): Promise<void> {
  const machine = describeComputer()
  const measured: Measured[] = []
  const measureAll = async (): Promise<void> => {
    for (const count of options.swarms) {
      console.log(`${count} nodes…`)
      measured.push(await measureSwarm(count, options))
      console.log(`\n${tableOf(measured)}\n`)
    }
    console.log(`All figures: ${await keepResult('directory', { machine, options, measured })}`)
  }
  await Promise.race([measureAll(), untilToldToEnd()])
}

runBenchmark(USAGE, readOptions, run)
