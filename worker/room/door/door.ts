import { DOOR_KEPT_MS, EMPTY_ROOM_GRACE_MS } from '../../../protocol/limits.ts'
import type { PageParams } from '../../../protocol/page-requests.ts'
import type { MemberAction } from '../core/access.ts'
import type { RoomDraft } from '../core/draft.ts'
import { permit } from '../core/permit.ts'
import { settingsOf } from '../core/room-facts.ts'
import { type Door, emptyRoom, type PeerState, type RoomState } from '../core/state.ts'
import { forgetPast } from '../membership/rejoin.ts'
import { admitAll } from './lobby.ts'
import type { PasswordVerifier } from './secrets.ts'

/** Lets nobody else in, or opens the door again. */
export function setLocked(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  { locked }: PageParams<'set-locked'>,
): void {
  change(draft, peer, request, { do: 'set-locked' }, { locked })
}

/** Has whoever comes wait until a moderator lets them in, or opens the door to all who wait (D5). */
export function setLobby(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  { lobby }: PageParams<'set-lobby'>,
): void {
  if (change(draft, peer, request, { do: 'set-lobby' }, { lobby }) && !lobby) admitAll(draft)
}

/** Asks for a password from now on, or for none (D3). */
export function setPassword(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  password: PasswordVerifier | null,
): void {
  change(draft, peer, request, { do: 'set-password' }, { password })
}

/** Whether a moderator asked; everybody is told what is another now. What is kept is changed by the owner alone (D2). */
function change(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  action: MemberAction,
  part: Partial<Door>,
): boolean {
  if (!permit(draft, peer, request, action, 'only moderators do that')) return false
  draft.answer(peer.id, request)
  const before = JSON.stringify(settingsOf(draft.head))
  const { door, ownersDoor } = draft.head
  draft.changeHead({
    door: { ...door, ...part },
    ...(peer.creator && ownersDoor && { ownersDoor: { ...ownersDoor, ...part } }),
  })
  const after = settingsOf(draft.head)
  if (JSON.stringify(after) !== before) draft.tell({ except: null }, { event: 'room-changed', room: after })
  return true
}

/**
 * Everybody has left (L3). The door stands as its owner left it, whatever other moderators made of it since; one that nobody
 * owns opens. Without a lobby, those who wait come in.
 */
export function leaveDoor(draft: RoomDraft): void {
  const door = draft.head.ownersDoor ?? emptyRoom.head.door
  draft.changeHead({ door })
  if (!door.lobby) admitAll(draft)
}

/** Erases what is left of an empty room after a while; its door, where that is kept, after a month (D2). */
export function tickDoor(draft: RoomDraft): void {
  const due = emptyDue(draft.state)
  if (due === null || due > draft.now) return
  const { door, addressKey, doorUntil, keeping } = draft.head
  const keepDoor = door.owner !== null && doorUntil === null && keeping.is === 'kept'
  draft.changeHead(
    keepDoor
      ? {
          ...emptyRoom.head,
          door,
          ownersDoor: door,
          keeping,
          addressKey,
          doorUntil: draft.now + DOOR_KEPT_MS,
        }
      : { ...emptyRoom.head },
  )
  forgetPast(draft)
  draft.do({ do: 'erase', keepDoor })
}

/** When that is due (ms since the epoch), or null: not while somebody waits before the empty room. */
export function emptyDue({ head, peers, waiting }: RoomState): number | null {
  if (peers.size > 0 || waiting.size > 0) return null
  return head.doorUntil ?? (head.emptySince === null ? null : head.emptySince + EMPTY_ROOM_GRACE_MS)
}
