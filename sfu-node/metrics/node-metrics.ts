import { expose, type Readings, type Sample } from '../../protocol/http/exposition.ts'
import type { NodeRegistration } from '../../protocol/node-edge/events.ts'
import { EventLoopDelay } from './event-loop-delay.ts'
import { type MeasuredWorker, peopleOn, roomsOn } from './measured-workers.ts'
import { NODE_METRICS } from './metric-catalogue.ts'
import { measureTraffic, type NodeTraffic, type Traffic } from './traffic.ts'

/** The workers, as far as they are measured. */
interface MeasuredPool {
  readonly workers: readonly MeasuredWorker[]
  readonly losses: { readonly workers: number; readonly rooms: number }
}

/** The link to the edge, as far as it is measured. */
interface MeasuredLink {
  readonly registered: boolean
}

/** The rooms, as far as they are measured. */
interface MeasuredRooms {
  readonly failures: ReadonlyMap<string, number>
}

type NodeReadings = Readings<typeof NODE_METRICS>

/** What a node says of itself, whatever it carries. */
type NodeFacts = Pick<NodeRegistration, 'node' | 'version' | 'region'>

/** Everything that a node measures of itself. */
export class NodeMetrics {
  readonly #identity: Pick<NodeRegistration, 'node' | 'version' | 'region'>
  readonly #pool: MeasuredPool
  readonly #link: MeasuredLink
  readonly #rooms: MeasuredRooms
  readonly #eventLoop = new EventLoopDelay()

  constructor(registration: NodeFacts, pool: MeasuredPool, link: MeasuredLink, rooms: MeasuredRooms) {
    const { node, version, region } = registration
    this.#identity = { node, version, region }
    this.#pool = pool
    this.#link = link
    this.#rooms = rooms
  }

  /** All of it now, as Prometheus reads it. Throws what mediasoup throws. */
  async write(): Promise<string> {
    const { losses } = this.#pool
    const workers = this.#pool.workers.toSorted((one, other) => one.address.port - other.address.port)
    const traffic = await measureTraffic(workers.flatMap(({ counts }) => [...counts.openTransports]))
    const eventLoop = this.#eventLoop.read()
    return expose(NODE_METRICS, {
      essaim_node_info: [{ labels: this.#identity, value: 1 }],
      essaim_node_edge_connected: this.#link.registered ? 1 : 0,
      essaim_node_workers: workers.length,
      essaim_node_worker_deaths_total: losses.workers,
      essaim_node_rooms_lost_total: losses.rooms,
      essaim_node_rooms: roomsOn(workers),
      essaim_node_people: peopleOn(workers),
      essaim_node_operation_failures_total: [...this.#rooms.failures].map(([code, value]) => ({
        labels: { code },
        value,
      })),
      ...(await workerReadings(workers)),
      ...trafficReadings(traffic),
      essaim_node_event_loop_delay_p99_seconds: eventLoop.p99,
      essaim_node_event_loop_delay_max_seconds: eventLoop.max,
    })
  }
}

async function workerReadings(
  workers: readonly MeasuredWorker[],
): Promise<
  Pick<
    NodeReadings,
    | 'essaim_node_routers'
    | 'essaim_node_transports'
    | 'essaim_node_producers'
    | 'essaim_node_consumers'
    | 'essaim_node_worker_cpu_seconds_total'
  >
> {
  const byPort = (value: (worker: MeasuredWorker) => number): Sample[] =>
    workers.map((worker) => ({ labels: { port: String(worker.address.port) }, value: value(worker) }))
  return {
    essaim_node_routers: byPort(({ counts }) => counts.routers),
    essaim_node_transports: byPort(({ counts }) => counts.transports),
    essaim_node_producers: byPort(({ counts }) => counts.producers),
    essaim_node_consumers: byPort(({ counts }) => counts.consumers),
    essaim_node_worker_cpu_seconds_total: (await Promise.all(workers.map(cpuSample))).flat(),
  }
}

/** None where the worker died while it was asked: the pool sees to that. */
async function cpuSample(worker: MeasuredWorker): Promise<Sample[]> {
  try {
    const value = (await worker.cpuTimeMs()) / 1_000
    return [{ labels: { port: String(worker.address.port) }, value }]
  } catch (error) {
    if (worker.running) throw error
    return []
  }
}

function trafficReadings({ pages, pipes, paths }: NodeTraffic) {
  const byPeer = (value: (traffic: Traffic) => number): Sample[] => [
    { labels: { with: 'pages' }, value: value(pages) },
    { labels: { with: 'pipes' }, value: value(pipes) },
  ]
  return {
    essaim_node_received_bits_per_second: byPeer(({ received }) => received.bitsPerSecond),
    essaim_node_sent_bits_per_second: byPeer(({ sent }) => sent.bitsPerSecond),
    essaim_node_received_loss_ratio: byPeer(({ received }) => received.loss),
    essaim_node_sent_loss_ratio: byPeer(({ sent }) => sent.loss),
    essaim_node_page_transports: Object.entries(paths).map(([path, value]) => ({ labels: { path }, value })),
  }
}
