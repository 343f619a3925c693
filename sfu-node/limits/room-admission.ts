import type { MediaRoomId } from '../../protocol/ids.ts'
import { NO_LOAD, type NodeLoad, type NotAccepting } from '../../protocol/node-edge/events.ts'
import type { NodeBatch, NodeOp } from '../../protocol/node-edge/requests.ts'
import { type LenderLimits, notAccepting } from './lending-limits.ts'

const opens = ({ op }: NodeOp): boolean => op === 'open-router' || op === 'open-pipe'
const closes = ({ op }: NodeOp): boolean => op === 'close-router'

/** Which rooms this node holds, and whether it takes more: the lender's limits hold whatever the edge asks. */
export class RoomAdmission {
  readonly #limits: LenderLimits
  readonly #rooms = new Set<MediaRoomId>()
  #load = NO_LOAD

  constructor(limits: LenderLimits) {
    this.#limits = limits
  }

  /** What the node carries, as of the last measurement but for its rooms. */
  get load(): NodeLoad {
    return { ...this.#load, rooms: this.#rooms.size }
  }

  /** Takes a measurement of what the node carries. */
  measured(load: NodeLoad): void {
    this.#load = load
  }

  /** Which limit keeps new rooms out at `now`; null while none does. */
  closedBy(now: Date): NotAccepting | null {
    return notAccepting(this.#limits, this.load, now)
  }

  /** Lets a batch in, or answers with the limit that keeps its room out: a room that is here may go on. */
  refuses({ room, ops }: NodeBatch, now: Date): NotAccepting | null {
    const comes = ops.some(opens) && !this.#rooms.has(room)
    const limit = comes ? this.closedBy(now) : null
    if (comes && limit === null) this.#rooms.add(room)
    if (ops.some(closes)) this.#rooms.delete(room)
    return limit
  }

  /** Rooms that are here no longer. */
  forget(rooms: readonly MediaRoomId[]): void {
    for (const room of rooms) this.#rooms.delete(room)
  }

  keepOnly(rooms: readonly MediaRoomId[]): void {
    const kept = new Set(rooms)
    this.forget([...this.#rooms].filter((room) => !kept.has(room)))
  }
}
