import type { ErrorCode } from '../protocol/errors.ts'
import { MAX_PEERS_PER_ROOM, MAX_PRODUCERS_PER_PEER } from '../protocol/limits.ts'
import type { Role } from '../protocol/roster.ts'

/** Somebody who is not in the room yet has no role in it. */
export type Actor = Role | 'outsider'

export type Action = 'join' | 'produce' | 'lock'

/** What rights depend on. `producers` counts the actor's own. */
export interface Circumstances {
  readonly locked: boolean
  readonly people: number
  readonly producers: number
}

/** Granted, or the code that says why not. */
export type Verdict = 'granted' | ErrorCode

/** Every right in a room is decided here, at the edge; the page only mirrors it. */
export function can(actor: Actor, action: Action, room: Circumstances): Verdict {
  switch (action) {
    case 'join':
      return mayJoin(actor, room)
    case 'produce':
      return actor !== 'outsider' && room.producers < MAX_PRODUCERS_PER_PEER ? 'granted' : 'not-allowed'
    case 'lock':
      return actor === 'moderator' ? 'granted' : 'not-allowed'
    default:
      return action satisfies never
  }
}

function mayJoin(actor: Actor, room: Circumstances): Verdict {
  if (actor !== 'outsider') return 'already-joined'
  if (room.locked) return 'room-locked'
  return room.people < MAX_PEERS_PER_ROOM ? 'granted' : 'room-full'
}
