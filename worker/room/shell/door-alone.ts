import * as v from 'valibot'
import { DOOR_KEPT_MS, EMPTY_ROOM_GRACE_MS } from '../../../protocol/limits.ts'
import { Door, emptyRoom, type RoomState } from '../core/state.ts'

const Stored = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    door: Door,
    ownersDoor: v.optional(v.nullable(Door), null),
    keeping: v.optional(v.object({ is: v.string() })),
  }),
)

/** The empty room behind the owned door that a stored head tells of (D2); simply the empty room where it tells of none. */
export function doorAlone(head: string, now: number): RoomState {
  const stored = v.safeParse(Stored, head)
  if (!stored.success || stored.output.door.owner === null) return emptyRoom
  const door = stored.output.ownersDoor ?? stored.output.door
  const isKept = stored.output.keeping?.is === 'kept'
  const keeping = { is: isKept ? 'kept' : 'not' } as const
  const doorUntil = now + (isKept ? DOOR_KEPT_MS : EMPTY_ROOM_GRACE_MS)
  return { ...emptyRoom, head: { ...emptyRoom.head, door, ownersDoor: door, keeping, doorUntil } }
}
