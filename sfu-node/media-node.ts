import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { ProtocolError } from '../protocol/errors.ts'
import { type MediaRoomId, newNodeSessionId } from '../protocol/ids.ts'
import { NODE_HEARTBEAT_INTERVAL_MS } from '../protocol/limits.ts'
import type { NodeRegistration } from '../protocol/node-events.ts'
import { PROTOCOL_VERSION } from '../protocol/version.ts'
import { EdgeLink } from './edge-link.ts'
import { LoadMeter } from './load-meter.ts'
import { NodeMetrics } from './node-metrics.ts'
import type { NodeOptions } from './options.ts'
import { Rooms } from './rooms.ts'
import { WorkerPool } from './worker-pool.ts'

/** What one core is taken to carry until its load is measured: mediasoup's own rule of thumb. */
const CONSUMERS_PER_WORKER = 500

const PackageJson = v.object({ version: v.string() })

/** A whole node: its workers, its rooms, and its link to the edge. Its media outlives the link's cuts. */
export class MediaNode {
  readonly #pool: WorkerPool
  readonly #rooms: Rooms
  readonly #link: EdgeLink
  readonly #registration: NodeRegistration
  readonly #meter = new LoadMeter()
  /** Rooms lost while the edge could not be told. */
  readonly #untold = new Set<MediaRoomId>()

  private constructor(options: NodeOptions, pool: WorkerPool, onGivenUp: (error: ProtocolError) => void) {
    this.#pool = pool
    this.#rooms = new Rooms(pool)
    this.#registration = registrationOf(options)
    const settings = {
      edge: options.edge,
      key: options.key,
      registration: this.#registration,
      heartbeatIntervalMs: NODE_HEARTBEAT_INTERVAL_MS,
    }
    this.#link = new EdgeLink(settings, {
      onRegistered: (rooms) => this.#registered(rooms),
      onBatch: (batch) => this.#rooms.run(batch),
      onHeartbeat: () => void this.#tellLoad(),
      onGivenUp,
    })
  }

  /**
   * Starts the workers, then dials the edge without waiting for it. Throws a Problem when a worker cannot start.
   * `onGivenUp` is called when the edge refuses this node for good; closing it is then the caller's business.
   */
  static async start(options: NodeOptions, onGivenUp: (error: ProtocolError) => void): Promise<MediaNode> {
    let node: MediaNode | undefined
    const pool = await WorkerPool.open(options, {
      onRoomsLost: (rooms) => {
        if (node) node.#lost(rooms)
      },
    })
    node = new MediaNode(options, pool, onGivenUp)
    node.#link.start()
    return node
  }

  /** What it measures of itself, from now on. */
  metrics(): NodeMetrics {
    return new NodeMetrics(this.#registration, this.#pool, this.#link)
  }

  /** Takes leave of the edge, and ends all worker processes. */
  async close(): Promise<void> {
    await Promise.all([this.#link.stop(), this.#pool.close()])
  }

  #registered(rooms: readonly MediaRoomId[]): void {
    void this.#rooms.keepOnly(rooms)
    const lost = rooms.filter((room) => this.#untold.has(room))
    this.#untold.clear()
    this.#lost(lost)
  }

  #lost(rooms: readonly MediaRoomId[]): void {
    if (rooms.length === 0 || this.#link.tell({ event: 'routers-lost', rooms: [...rooms] })) return
    for (const room of rooms) this.#untold.add(room)
  }

  async #tellLoad(): Promise<void> {
    const load = await this.#meter.measure(this.#pool.workers, this.#pool.size)
    this.#link.tell({ event: 'heartbeat', load })
  }
}

function registrationOf({ id, region, workers }: NodeOptions): NodeRegistration {
  return {
    protocol: PROTOCOL_VERSION,
    node: id,
    session: newNodeSessionId(),
    version: ownVersion(),
    region,
    capacity: workers * CONSUMERS_PER_WORKER,
  }
}

function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return v.parse(PackageJson, JSON.parse(text)).version
}
