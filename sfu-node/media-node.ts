import { setTimeout as delay } from 'node:timers/promises'
import { ProtocolError } from '../protocol/errors.ts'
import type { CheckTicket } from '../protocol/http/page-check.ts'
import type { MediaRoomId } from '../protocol/ids.ts'
import { MAX_HEARD_PAGES, PAGES_WATCH_INTERVAL_MS } from '../protocol/limits.ts'
import type { HeardPage, NodeRegistration, NotAccepting } from '../protocol/node-edge/events.ts'
import type { Reachability } from '../protocol/node-edge/port-check.ts'
import type { NodeBatch, NodeOutcome } from '../protocol/node-edge/requests.ts'
import type { NodeOptions } from './cli/identity.ts'
import type { Timings } from './cli/timings.ts'
import { EdgeLink } from './edge/edge-link.ts'
import { type LenderLimits, limitsInUtc } from './limits/lending-limits.ts'
import { MonthlyTransfer } from './limits/monthly-transfer.ts'
import { RoomAdmission } from './limits/room-admission.ts'
import { failed } from './media/outcomes.ts'
import { WORKER_FULL_AT } from './media/room-routers.ts'
import { Rooms } from './media/rooms.ts'
import { type PoolSettings, WorkerPool } from './media/workers/worker-pool.ts'
import { LoadMeter } from './metrics/load-meter.ts'
import { NodeMetrics } from './metrics/node-metrics.ts'
import { type NodeFacts, nodeFacts } from './node-facts.ts'
import { LatencyProbe } from './reachability/latency-probe.ts'
import { PortChecks } from './reachability/port-checks.ts'
import { log } from './shared/log.ts'

type MediaNodeOptions = NodeOptions & PoolSettings & { readonly timings: Timings }

/** How long rooms may take to move. A move takes two seconds; that long only where there is no node to move to. */
const DRAIN_TIMEOUT_MS = 60_000
const DRAIN_POLL_MS = 100

/** What a node tells whoever runs it. */
export interface MediaNodeListeners {
  /** The edge has it again. */
  onReconnected(): void
  /** The edge speaks another version of the protocol; it is dialled again now and then. */
  onOtherVersion(error: ProtocolError): void
  /** The edge refuses this node for good; closing it is then the caller's business. */
  onGivenUp(error: ProtocolError): void
  /** The edge's operator wants it to go; draining and closing it is the caller's business. */
  onDrain(): void
  /** The edge has no other node that could try this one's ports; a page can, with this ticket. */
  onCheckTicket(ticket: CheckTicket): void
  /** The edge had this node's media ports tried. */
  onReachability(reachability: Reachability): void
}

/** A whole node: its workers, its rooms, and its link to the edge. Its media outlives the link's cuts. */
export class MediaNode {
  readonly #pool: WorkerPool
  readonly #rooms: Rooms
  readonly #link: EdgeLink
  readonly #facts: NodeFacts
  readonly #limits: LenderLimits
  readonly #meter = new LoadMeter()
  readonly #admission: RoomAdmission
  readonly #transfer: MonthlyTransfer
  readonly #probe: LatencyProbe
  /** What the edge knows of it. */
  #reportedClosedBy: NotAccepting | null = null
  #wasRegistered = false
  #closed = false
  #watching: NodeJS.Timeout | undefined
  /** Rooms lost while the edge could not be told. */
  readonly #unreported = new Set<MediaRoomId>()

  private constructor(options: MediaNodeOptions, pool: WorkerPool, listeners: MediaNodeListeners) {
    this.#pool = pool
    this.#rooms = new Rooms(pool, {
      workerFullAt: WORKER_FULL_AT,
      // An edge that is not there lays the room's pipes anew when it is.
      onPipeSilent: (room, pipe) => this.#link.tell({ event: 'pipe-silent', room, pipe }),
    })
    this.#probe = new LatencyProbe(pool)
    this.#admission = new RoomAdmission(options.limits)
    this.#transfer = new MonthlyTransfer(options.transferStore, new Date())
    this.#facts = nodeFacts(options)
    this.#limits = options.limits
    const settings = {
      edge: options.edge,
      node: options.id,
      key: options.key,
      registration: () => this.#registration(),
      heartbeatIntervalMs: options.timings.heartbeatMs,
    }
    const checks = new PortChecks(pool, this.#facts.media.addresses)
    this.#link = new EdgeLink(settings, {
      onRegistered: (rooms) => {
        this.#registered(rooms)
        if (this.#wasRegistered) listeners.onReconnected()
        this.#wasRegistered = true
      },
      onBatch: (batch) => this.#run(batch),
      onCheck: (ask) => checks.answer(ask),
      onHeartbeat: () => {
        void this.#measure()
        void this.#keepProbe()
        void this.#tellRelayed()
      },
      onDrain: listeners.onDrain,
      onCheckTicket: listeners.onCheckTicket,
      onReachability: listeners.onReachability,
      onOtherVersion: listeners.onOtherVersion,
      onGivenUp: listeners.onGivenUp,
    })
  }

  /**
   * Starts the workers, then dials the edge without waiting for it. Throws an ExitError when a worker cannot start.
   */
  static async start(options: MediaNodeOptions, listeners: MediaNodeListeners): Promise<MediaNode> {
    let node: MediaNode | undefined
    const pool = await WorkerPool.open(options, {
      onRoomsLost: (rooms) => {
        if (node) node.#lost(rooms)
      },
    })
    node = new MediaNode(options, pool, listeners)
    await node.#probe.keepOpen()
    node.#link.start()
    node.#watchSoon()
    return node
  }

  /** What it measures of itself, from now on. */
  metrics(): NodeMetrics {
    return new NodeMetrics(this.#facts, this.#pool, this.#link, this.#rooms)
  }

  /**
   * Lets the edge move all rooms elsewhere, and resolves when they are gone; at once where the edge is out of reach, and
   * after DRAIN_TIMEOUT_MS at the latest.
   */
  async drain(): Promise<void> {
    if (!this.#link.tell({ event: 'draining' })) return
    const deadline = performance.now() + DRAIN_TIMEOUT_MS
    while (this.#rooms.count > 0 && performance.now() < deadline) await delay(DRAIN_POLL_MS)
    log.info('node-drained', { rooms: this.#rooms.count })
  }

  /** Takes leave of the edge, and ends all worker processes. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#watching)
    await Promise.all([this.#link.stop(), this.#pool.close()])
  }

  #watchSoon(): void {
    this.#watching = setTimeout(() => {
      this.#watchPages()
        .catch((error) => log.warn('pages-not-watched', { reason: String(error) }))
        .finally(() => {
          if (!this.#closed) this.#watchSoon()
        })
    }, PAGES_WATCH_INTERVAL_MS)
  }

  /** Tells of whom nothing is heard any more, or something again: all of it in one word, however many they are. */
  async #watchPages(): Promise<void> {
    const pages: HeardPage[] = []
    await this.#rooms.watchPages(performance.now(), (some) => {
      if (!this.#link.registered || pages.length + some.length > MAX_HEARD_PAGES) return false
      pages.push(...some)
      return true
    })
    if (pages.length > 0) this.#link.tell({ event: 'pages-heard', pages })
  }

  #registration(): NodeRegistration {
    const now = new Date()
    this.#admission.measured({ ...this.#admission.load, bytesThisMonth: this.#transfer.add(0, now) })
    this.#reportedClosedBy = this.#admission.closedBy(now)
    return {
      ...this.#facts,
      limits: limitsInUtc(this.#limits, now),
      notAccepting: this.#reportedClosedBy,
      probe: this.#probe.probe,
    }
  }

  #registered(rooms: readonly MediaRoomId[]): void {
    this.#admission.keepOnly(rooms)
    void this.#rooms.keepOnly(rooms)
    const lost = rooms.filter((room) => this.#unreported.has(room))
    this.#unreported.clear()
    this.#lost(lost)
  }

  async #run(batch: NodeBatch): Promise<NodeOutcome[]> {
    const limit = this.#admission.refuses(batch, new Date())
    // The edge is not to learn only by the next heartbeat that the last room fitted in.
    if (this.#admission.closedBy(new Date()) !== this.#reportedClosedBy) this.#tellLoad()
    if (limit === null) return this.#rooms.run(batch)
    log.warn('room-not-accepted', { room: batch.room, limit })
    const refusal = failed(new ProtocolError('lending-limit', `the lender's limit is reached: ${limit}`))
    return batch.ops.map(() => refusal)
  }

  #lost(rooms: readonly MediaRoomId[]): void {
    this.#admission.forget(rooms)
    if (rooms.length === 0 || this.#link.tell({ event: 'routers-lost', rooms: [...rooms] })) return
    for (const room of rooms) this.#unreported.add(room)
  }

  async #keepProbe(): Promise<void> {
    const opened = await this.#probe.keepOpen()
    if (opened) this.#link.tell({ event: 'probe-opened', probe: opened })
  }

  async #measure(): Promise<void> {
    const { load, sentBytes } = await this.#meter.measure(this.#pool.workers, this.#pool.size)
    const bytesThisMonth = this.#transfer.add(sentBytes, new Date())
    this.#admission.measured({ ...load, bytesThisMonth })
    this.#tellLoad()
  }

  /** Apart from the load: a worker that does not answer is not to keep that from being told. */
  async #tellRelayed(): Promise<void> {
    const rooms = await this.#rooms.newTurnBytes()
    if (rooms.length > 0) this.#link.tell({ event: 'turn-bytes', rooms })
  }

  #tellLoad(): void {
    const closedBy = this.#admission.closedBy(new Date())
    if (closedBy !== this.#reportedClosedBy) log.info('accepting-changed', { notAccepting: closedBy })
    this.#reportedClosedBy = closedBy
    this.#link.tell({ event: 'heartbeat', load: this.#admission.load, notAccepting: closedBy })
  }
}
