import type { Allowances } from '../protocol/allowances.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { MAX_PEERS_PER_ROOM, MAX_PRODUCERS_PER_PEER } from '../protocol/limits.ts'
import { ALLOWANCE_OF_SOURCE, type MediaSource } from '../protocol/media.ts'
import { type RelayKind, rulesOf } from '../protocol/relay-kinds.ts'
import type { Role } from '../protocol/roster.ts'

/** Somebody who is not in the room yet has no role in it. */
export type Actor = Role | 'outsider'

/** What somebody wants to do. `own` says whether it is to oneself, `removed` whether one was put out before. */
export type Action =
  | { readonly do: 'join'; readonly removed: boolean }
  | { readonly do: 'produce' | 'unmute'; readonly source: MediaSource }
  | { readonly do: 'send'; readonly kind: RelayKind }
  | { readonly do: 'clear-relay'; readonly own: boolean }
  | { readonly do: 'set-locked' | 'set-allowed' | 'set-role' | 'stop-source' | 'ask-unmute' | 'remove' }

/** What rights depend on. `producers` counts the actor's own. */
export interface Circumstances {
  readonly locked: boolean
  readonly allowed: Allowances
  readonly people: number
  readonly producers: number
}

/** Granted, or the code that says why not. */
export type Verdict = 'granted' | ErrorCode

/** Every right in a room is decided here, at the edge; the page only mirrors it. */
export function can(actor: Actor, action: Action, room: Circumstances): Verdict {
  if (action.do === 'join') return mayJoin(actor, action.removed, room)
  if (actor === 'outsider') return 'not-joined'
  switch (action.do) {
    case 'produce':
      return grant(room.producers < MAX_PRODUCERS_PER_PEER && maySound(actor, action.source, room))
    case 'unmute':
      return grant(maySound(actor, action.source, room))
    case 'send':
      return grant(maySend(actor, action.kind, room))
    case 'clear-relay':
      return grant(actor === 'moderator' || action.own)
    case 'set-locked':
    case 'set-allowed':
    case 'set-role':
    case 'stop-source':
    case 'ask-unmute':
    case 'remove':
      return grant(actor === 'moderator')
    default:
      return action satisfies never
  }
}

const grant = (granted: boolean): Verdict => (granted ? 'granted' : 'not-allowed')

const maySound = (actor: Role, source: MediaSource, room: Circumstances): boolean =>
  actor === 'moderator' || room.allowed[ALLOWANCE_OF_SOURCE[source]]

function maySend(actor: Role, kind: RelayKind, room: Circumstances): boolean {
  const { governedBy } = rulesOf(kind)
  return actor === 'moderator' || governedBy === null || room.allowed[governedBy]
}

function mayJoin(actor: Actor, removed: boolean, room: Circumstances): Verdict {
  if (actor !== 'outsider') return 'already-joined'
  if (removed) return 'removed'
  if (room.locked) return 'room-locked'
  return room.people < MAX_PEERS_PER_ROOM ? 'granted' : 'room-full'
}
