import { EMPTY_ROOM_GRACE_MS } from '../../../protocol/limits.ts'

/** What a room waits for, where a test may not have to wait as long. */
export interface RoomWaits {
  /** How long an empty room keeps its data (ms). */
  readonly emptyRoomMs: number
}

export const USUAL_WAITS: RoomWaits = { emptyRoomMs: EMPTY_ROOM_GRACE_MS }
