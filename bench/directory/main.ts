// What `npm run bench:directory` runs once everything is installed: see bench/README.md.
import { setTimeout as pause } from 'node:timers/promises'
import { NODE_HEARTBEAT_INTERVAL_MS } from '../../protocol/limits.ts'
import { startEdge } from '../../scripts/edge.ts'
import { explainAndExit } from '../../scripts/setup/problem.mjs'
import { describeComputer } from '../common/machine.ts'
import { quantile } from '../common/quantile.ts'
import { keepResult } from '../common/result.ts'
import { untilToldToEnd } from '../common/until-told-to-end.ts'
import { DialledNode, type KnownNode, newNode } from './dialled-node.ts'
import { openRoom } from './open-room.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { ProcessorTime } from './processor-time.ts'
import { type Measured, type RoomsMeasured, tableOf } from './table.ts'

/** How many dial at once. */
const DIALLING_AT_ONCE = 50

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
  const nodes: DialledNode[] = []
  for (let from = 0; from < known.length; from += DIALLING_AT_ONCE) {
    const some = known.slice(from, from + DIALLING_AT_ONCE)
    nodes.push(...(await Promise.all(some.map((each) => DialledNode.dial(url, each)))))
  }
  return nodes
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

/** What the edge's processor does for nothing but the nodes' own heartbeats, in ms a second. */
async function measureRest({ processor }: Scene, seconds: number): Promise<number> {
  const before = processor.ms
  await pause(seconds * 1_000)
  return (processor.ms - before) / seconds
}

/** What one more heartbeat costs, in ms of the edge's processor, where `restMs` a second is what it does anyway. */
async function measureHeartbeat(
  { nodes, processor }: Scene,
  restMs: number,
  seconds: number,
): Promise<number> {
  const before = processor.ms
  const beats = await evenly(FURTHER_BEATS_PER_SECOND, seconds, (index) =>
    nodes[index % nodes.length]?.beat(),
  )
  return (processor.ms - before - restMs * seconds) / beats
}

async function measureRooms(
  { nodes, url, processor }: Scene,
  { perSecond, restMs, seconds }: { perSecond: number; restMs: number; seconds: number },
): Promise<RoomsMeasured> {
  const before = processor.ms
  const rooms: Promise<number>[] = []
  await evenly(perSecond, seconds, (index) => {
    rooms.push(openRoom(url, `bench-${nodes.length}-${perSecond}-${index}`))
  })
  const waits = await Promise.all(rooms)
  const edgeMs = (processor.ms - before - restMs * seconds) / rooms.length
  return { perSecond, edgeMs, medianMs: quantile(waits, 0.5), p99Ms: quantile(waits, 0.99) }
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
  await measureHeartbeat(scene, 0, WARMING_SECONDS)
  const restMs = await measureRest(scene, Math.max(seconds, NODE_HEARTBEAT_INTERVAL_MS / 1_000))
  const heartbeatMs = await measureHeartbeat(scene, restMs, seconds)
  const rooms: RoomsMeasured[] = []
  for (const perSecond of rates) rooms.push(await measureRooms(scene, { perSecond, restMs, seconds }))
  return { nodes: count, restMs, heartbeatMs, rooms }
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(USAGE)
    return
  }
  const options = readOptions(process.argv.slice(2))
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

main().then(() => process.exit(), explainAndExit)
