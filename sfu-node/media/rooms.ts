import type { ErrorCode } from '../../protocol/errors.ts'
import type { MediaRoomId } from '../../protocol/ids.ts'
import type { HeardPage, TurnCount } from '../../protocol/node-edge/events.ts'
import type { NodeBatch, NodeOp, NodeOutcome } from '../../protocol/node-edge/requests.ts'
import { RoomMedia, type RoomSettings } from './room-media.ts'
import type { WorkerChoice } from './room-routers.ts'

interface Room {
  readonly media: RoomMedia
  /** Ends when all that was asked for this room so far has been done. */
  tail: Promise<void>
  waiting: number
}

/** All rooms of this node: what is asked of one room is done strictly in order, while rooms do not wait for each other. */
export class Rooms {
  readonly #choice: WorkerChoice
  readonly #settings: RoomSettings
  readonly #rooms = new Map<MediaRoomId, Room>()
  readonly #failures = new Map<ErrorCode, number>()

  constructor(choice: WorkerChoice, settings: RoomSettings) {
    this.#choice = choice
    this.#settings = settings
  }

  /** How many there are, those included that are just being closed. */
  get count(): number {
    return this.#rooms.size
  }

  /** How many operations have failed so far, by the codes of their errors. */
  get failures(): ReadonlyMap<ErrorCode, number> {
    return this.#failures
  }

  /** Executes a batch after those that came before it for its room; one outcome for each operation, in their order. */
  run(batch: NodeBatch): Promise<NodeOutcome[]> {
    return this.#enqueue(batch.room, batch.ops)
  }

  /** Closes the routers of all other rooms, after what was asked of these before. */
  async keepOnly(rooms: readonly MediaRoomId[]): Promise<void> {
    const kept = new Set(rooms)
    const given = [...this.#rooms.keys()].filter((room) => !kept.has(room))
    await Promise.all(given.map((room) => this.#enqueue(room, [{ op: 'close-router' }])))
  }

  /** The rooms of which more went through TURN servers since this was asked last, with what it is by now. Throws what mediasoup throws. */
  async newTurnBytes(): Promise<(TurnCount & { room: MediaRoomId })[]> {
    const counted = await Promise.all(
      [...this.#rooms].map(async ([room, { media }]) => ({ room, news: await media.turnBytes.changed() })),
    )
    return counted.flatMap(({ room, news }) => (news ? [{ room, ...news }] : []))
  }

  /** Looks which pages are heard, room by room; `tell` is called with what the edge does not know. Throws what mediasoup throws. */
  async watchPages(now: number, tell: (pages: readonly HeardPage[]) => boolean): Promise<void> {
    await Promise.all([...this.#rooms.values()].map(({ media }) => media.watchPages(now, tell)))
  }

  async #enqueue(id: MediaRoomId, ops: readonly NodeOp[]): Promise<NodeOutcome[]> {
    const room = this.#room(id)
    const outcomes = room.tail.then(() => this.#runInOrder(room.media, ops))
    room.waiting += 1
    room.tail = outcomes.then(() => {
      room.waiting -= 1
      if (room.waiting === 0 && !room.media.isOpen) this.#rooms.delete(id)
    })
    return outcomes
  }

  #room(id: MediaRoomId): Room {
    const existing = this.#rooms.get(id)
    if (existing) return existing
    const media = new RoomMedia(id, this.#choice, this.#settings)
    const room = { media, tail: Promise.resolve(), waiting: 0 }
    this.#rooms.set(id, room)
    return room
  }

  async #runInOrder(media: RoomMedia, ops: readonly NodeOp[]): Promise<NodeOutcome[]> {
    const outcomes: NodeOutcome[] = []
    for (const op of ops) {
      const outcome = await media.run(op)
      if (outcome.outcome === 'failed') this.#count(outcome.code)
      outcomes.push(outcome)
    }
    return outcomes
  }

  #count(code: ErrorCode): void {
    this.#failures.set(code, (this.#failures.get(code) ?? 0) + 1)
  }
}
