import type { NodeLoad } from '../../protocol/node-edge/events.ts'
import { log } from '../shared/log.ts'
import { type MeasuredWorker, peopleOn, roomsOn } from './measured-workers.ts'

/** How long a worker may take to answer before the load is told without it. */
const ANSWER_TIMEOUT_MS = 2_000

interface WorkerMeter {
  cpuTimeMs: number
  /** When `cpuTimeMs` was read, in milliseconds of the monotonic clock. */
  readAt: number
  /** Processors in use between the last two readings: 1 is a whole core. */
  cores: number
  asking: boolean
}

/** What a node carries, as far as its workers know. */
export interface Measured {
  readonly load: Omit<NodeLoad, 'bytesThisMonth'>
  /** What was sent since the call before. */
  readonly sentBytes: number
}

/** Measures how much a node carries, between one call and the next. */
export class LoadMeter {
  #measuredAt = performance.now()
  readonly #meters = new WeakMap<MeasuredWorker, WorkerMeter>()

  /**
   * The load now, of `workers` that should number `size`; its `cpu` is the share of `size` cores used since the call
   * before (since a worker was ready, at its first). A worker that has not answered by the next call hangs, and is
   * killed, so that it is replaced.
   */
  async measure(workers: readonly MeasuredWorker[], size: number): Promise<Measured> {
    const answers = Promise.all(workers.map((worker) => this.#ask(worker)))
    await Promise.race([answers, elapsed(ANSWER_TIMEOUT_MS)])
    const cores = sum(workers, (worker) => this.#meters.get(worker)?.cores ?? 0)
    const now = performance.now()
    const elapsedMs = Math.max(1, now - this.#measuredAt)
    this.#measuredAt = now
    const sentBytes = sum(workers, ({ sent }) => sent.take())
    const load = {
      rooms: roomsOn(workers),
      people: peopleOn(workers),
      routers: sum(workers, ({ counts }) => counts.routers),
      transports: sum(workers, ({ counts }) => counts.transports),
      producers: sum(workers, ({ counts }) => counts.producers),
      consumers: sum(workers, ({ counts }) => counts.consumers),
      cpu: Math.min(1, Math.max(0, cores / size)),
      bitsPerSecond: Math.round((sentBytes * 8 * 1_000) / elapsedMs),
    }
    return { load, sentBytes }
  }

  async #ask(worker: MeasuredWorker): Promise<void> {
    const meter = this.#meter(worker)
    if (meter.asking) {
      log.error('worker-hangs', { pid: worker.pid, port: worker.address.port })
      worker.kill()
      return
    }
    meter.asking = true
    try {
      await worker.sent.read()
      const cpuTimeMs = await worker.cpuTimeMs()
      const now = performance.now()
      const elapsedMs = now - meter.readAt
      if (elapsedMs > 0) meter.cores = (cpuTimeMs - meter.cpuTimeMs) / elapsedMs
      meter.cpuTimeMs = cpuTimeMs
      meter.readAt = now
      meter.asking = false
    } catch (error) {
      // It died, or was closed, while it was asked; the pool sees to that.
      if (worker.running) throw error
    }
  }

  #meter(worker: MeasuredWorker): WorkerMeter {
    const existing = this.#meters.get(worker)
    if (existing) return existing
    const { startCpuTimeMs: cpuTimeMs, startedAt: readAt } = worker
    const meter = { cpuTimeMs, readAt, cores: 0, asking: false }
    this.#meters.set(worker, meter)
    return meter
  }
}

const elapsed = (ms: number): Promise<void> =>
  // A process that has nothing else to do need not wait for it.
  new Promise((resolve) => setTimeout(resolve, ms).unref())

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0)
