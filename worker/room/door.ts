import { DOOR_KEPT_MS, EMPTY_ROOM_GRACE_MS } from '../../protocol/limits.ts'
import type { PageParams } from '../../protocol/page-requests.ts'
import type { MemberAction } from '../access.ts'
import { forgetGone } from './coming-back.ts'
import type { PasswordVerifier } from './door-secrets.ts'
import { letAllIn } from './lobby.ts'
import { permit } from './permit.ts'
import { facts } from './room-facts.ts'
import { type Door, emptyRoom, type PeerState, type RoomState } from './state.ts'
import type { Turn } from './turn.ts'

/** Lets nobody else in, or opens the door again. */
export function setLocked(
  turn: Turn,
  peer: PeerState,
  request: number,
  { locked }: PageParams<'set-locked'>,
): void {
  change(turn, peer, request, { do: 'set-locked' }, { locked })
}

/** Has whoever comes wait until a moderator lets them in, or opens the door to all who wait (D5). */
export function setLobby(
  turn: Turn,
  peer: PeerState,
  request: number,
  { lobby }: PageParams<'set-lobby'>,
): void {
  if (change(turn, peer, request, { do: 'set-lobby' }, { lobby }) && !lobby) letAllIn(turn)
}

/** Asks for a password from now on, or for none (D3). */
export function setPassword(
  turn: Turn,
  peer: PeerState,
  request: number,
  password: PasswordVerifier | null,
): void {
  change(turn, peer, request, { do: 'set-password' }, { password })
}

/** Whether a moderator asked; everybody is told what is another now. What is kept is changed by the owner alone (D2). */
function change(
  turn: Turn,
  peer: PeerState,
  request: number,
  action: MemberAction,
  part: Partial<Door>,
): boolean {
  if (!permit(turn, peer, request, action, 'only moderators do that')) return false
  turn.answer(peer.id, request)
  const before = JSON.stringify(facts(turn.head))
  const { door, ownersDoor } = turn.head
  turn.changeHead({
    door: { ...door, ...part },
    ...(peer.creator && ownersDoor && { ownersDoor: { ...ownersDoor, ...part } }),
  })
  const after = facts(turn.head)
  if (JSON.stringify(after) !== before) turn.tell({ except: null }, { event: 'room-changed', room: after })
  return true
}

/**
 * Everybody has left (L3). The door stands as its owner left it, whatever other moderators made of it since; one that nobody
 * owns opens. Without a lobby, those who wait come in.
 */
export function leaveDoor(turn: Turn): void {
  const door = turn.head.ownersDoor ?? emptyRoom.head.door
  turn.changeHead({ door })
  if (!door.lobby) letAllIn(turn)
}

/** Erases what is left of an empty room after a while; its door, where that is kept, after a month (D2). */
export function tickDoor(turn: Turn): void {
  const due = emptyDue(turn.state)
  if (due === null || due > turn.now) return
  const { door, addressKey, doorUntil, keeping } = turn.head
  const keepDoor = door.owner !== null && doorUntil === null && keeping.is === 'kept'
  turn.changeHead(
    keepDoor
      ? { ...emptyRoom.head, door, ownersDoor: door, keeping, addressKey, doorUntil: turn.now + DOOR_KEPT_MS }
      : { ...emptyRoom.head },
  )
  forgetGone(turn)
  turn.do({ do: 'erase', keepDoor })
}

/** When that is due (ms since the epoch), or null: not while somebody waits before the empty room. */
export function emptyDue({ head, peers, waiting }: RoomState): number | null {
  if (peers.size > 0 || waiting.size > 0) return null
  return head.doorUntil ?? (head.emptySince === null ? null : head.emptySince + EMPTY_ROOM_GRACE_MS)
}
