import { setTimeout as delay } from 'node:timers/promises'
import { ProtocolError } from '../../../protocol/errors.ts'
import type { MediaRoomId } from '../../../protocol/ids.ts'
import { backoffMs } from '../../shared/backoff.ts'
import { log } from '../../shared/log.ts'
import { type MediaAddress, MediaWorker } from './media-worker.ts'

export interface PoolSettings extends Omit<MediaAddress, 'port'> {
  /** The port of the first worker; the next ones follow it. */
  readonly mediaPort: number
  readonly workers: number
}

export interface PoolListeners {
  /** A worker died, and these rooms' routers with it; possibly none. */
  onRoomsLost(rooms: readonly MediaRoomId[]): void
}

/** How long one waits for the first worker to be replaced where none runs. */
const REPLACEMENT_PATIENCE_MS = 2_000

/** The mediasoup workers of this node, each on a port of its own; one that dies is replaced on the same port. */
export class WorkerPool {
  readonly size: number
  readonly #listeners: PoolListeners
  readonly #workers = new Set<MediaWorker>()
  readonly #closing = new AbortController()
  readonly #replacements = new Set<Promise<void>>()
  #losses = { workers: 0, rooms: 0 }

  private constructor(size: number, listeners: PoolListeners) {
    this.size = size
    this.#listeners = listeners
  }

  /** Starts all workers. Throws an ExitError, and leaves no process, when one of them cannot start. */
  static async open(settings: PoolSettings, listeners: PoolListeners): Promise<WorkerPool> {
    const { listen, announce, mediaPort, pipePorts, workers: size } = settings
    const pool = new WorkerPool(size, listeners)
    const addressOf = (i: number) => ({ listen, announce, port: mediaPort + i, pipePorts })
    const addresses = Array.from({ length: size }, (_, i) => addressOf(i))
    const starts = await Promise.allSettled(addresses.map((address) => pool.#start(address)))
    const failed = starts.find((start) => start.status === 'rejected')
    if (failed) {
      await pool.close()
      throw failed.reason
    }
    return pool
  }

  /** How many workers have died so far, and how many rooms they took. */
  get losses(): { readonly workers: number; readonly rooms: number } {
    return this.#losses
  }

  /** Those that run now. */
  get workers(): readonly MediaWorker[] {
    return [...this.#workers].filter((worker) => worker.running)
  }

  /**
   * The worker with the fewest producers and consumers; among equals the one with the fewest routers, so that
   * rooms that open together spread out. Throws `no-media-worker` while none runs.
   */
  leastLoaded(): MediaWorker {
    const [first, ...others] = this.workers
    if (!first) throw new ProtocolError('no-media-worker', 'no media worker runs at the moment')
    return others.reduce((least, worker) => (isLessLoaded(worker, least) ? worker : least), first)
  }

  /** Waits where no worker runs: one that died is replaced in a moment, and its rooms come back before that. */
  async waitForWorker(): Promise<void> {
    if (this.workers.length > 0 || this.#replacements.size === 0) return
    const patience = delay(REPLACEMENT_PATIENCE_MS, undefined, { ref: false })
    await Promise.race([...this.#replacements, patience])
  }

  /** Ends all workers, and waits until their processes are gone. Idempotent. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all(this.#replacements)
    await Promise.all([...this.#workers].map((worker) => worker.close()))
  }

  async #start(address: MediaAddress): Promise<MediaWorker> {
    const worker = await MediaWorker.start(address)
    this.#workers.add(worker)
    worker.onDied(() => {
      this.#workers.delete(worker)
      this.#losses = {
        workers: this.#losses.workers + 1,
        rooms: this.#losses.rooms + worker.rooms.length,
      }
      log.error('worker-died', { pid: worker.pid, port: address.port, rooms: worker.rooms.length })
      this.#listeners.onRoomsLost(worker.rooms)
      const replacement = this.#replace(address).finally(() => this.#replacements.delete(replacement))
      this.#replacements.add(replacement)
    })
    return worker
  }

  /** Tries until it works: the port may be held for a moment, and the machine may be short of memory. */
  async #replace(address: MediaAddress): Promise<void> {
    for (let attempt = 0; !this.#closing.signal.aborted; attempt += 1) {
      try {
        const worker = await this.#start(address)
        log.info('worker-replaced', { pid: worker.pid, port: address.port })
        return
      } catch (error) {
        log.error('worker-not-replaced', { port: address.port, reason: String(error) })
        await this.#pause(backoffMs(attempt))
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    try {
      await delay(ms, undefined, { signal: this.#closing.signal })
    } catch (error) {
      if (!this.#closing.signal.aborted) throw error
    }
  }
}

function isLessLoaded(one: MediaWorker, other: MediaWorker): boolean {
  return one.load < other.load || (one.load === other.load && one.counts.routers < other.counts.routers)
}
