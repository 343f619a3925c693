import type { Router } from 'mediasoup/types'
import { ProtocolError } from '../../protocol/errors.ts'
import type { MediaRoomId } from '../../protocol/ids.ts'
import { log } from '../shared/log.ts'
import type { MediaWorker } from './workers/media-worker.ts'

/**
 * Producers and consumers with which a worker is full: a room goes on on another one. Below what a core carries, as
 * those who are there receive everybody who comes after them.
 */
export const WORKER_FULL_AT = 400

/** Where rooms get their workers from. */
export interface WorkerChoice {
  leastLoaded(): MediaWorker
  /** Waits, though not for long, where no worker runs at the moment. */
  waitForWorker(): Promise<void>
}

/** A room's router on one worker. */
export interface RoomRouter {
  readonly router: Router
  readonly worker: MediaWorker
}

/** The routers of one room: one, until its worker is full. They end together: without one of them, the room is torn. */
export class RoomRouters {
  readonly #room: MediaRoomId
  readonly #choice: WorkerChoice
  readonly #fullAt: number
  /** Another array for each life of the room. */
  #routers: RoomRouter[] = []

  constructor(room: MediaRoomId, choice: WorkerChoice, fullAt: number) {
    this.#room = room
    this.#choice = choice
    this.#fullAt = fullAt
  }

  /** Whether there is one; they also go when the worker of one of them dies. */
  get isOpen(): boolean {
    return this.#routers.length > 0
  }

  /** Opens the first one, on the least loaded worker, where there is none. Throws what mediasoup throws. */
  async open(): Promise<void> {
    if (this.isOpen) return
    await this.#choice.waitForWorker()
    await this.#openOn(this.#choice.leastLoaded())
  }

  /**
   * The router for who comes next: on the least loaded of the room's workers, as rooms that stay together need no
   * pipes; where that one is full, on a worker that is not, if there is any. Throws `stale-media` where the room has
   * no router, and what mediasoup throws.
   */
  async pickRouter(): Promise<RoomRouter> {
    const [first, ...others] = this.#routers
    if (!first) throw new ProtocolError('stale-media', 'this room has no router here')
    const least = others.reduce((one, other) => (other.worker.load < one.worker.load ? other : one), first)
    if (least.worker.load < this.#fullAt) return least
    const free = this.#choice.leastLoaded()
    return free.load < this.#fullAt ? this.#openOn(free) : least
  }

  /** mediasoup closes all that is in them. Nothing where there is none. */
  close(): void {
    const routers = this.#routers
    this.#routers = []
    for (const { router } of routers) router.close()
  }

  async #openOn(worker: MediaWorker): Promise<RoomRouter> {
    const life = this.#routers
    const router = await worker.openRouter(this.#room)
    if (this.#routers !== life) {
      router.close()
      throw new ProtocolError('stale-media', 'this room lost its routers meanwhile')
    }
    const opened = { router, worker }
    life.push(opened)
    router.observer.once('close', () => {
      if (this.#routers === life) this.close()
    })
    log.info('router-opened', { room: this.#room, port: worker.address.port, routers: life.length })
    return opened
  }
}
