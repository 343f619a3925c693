import { type Circumstances, can, type MemberAction } from './access.ts'
import type { RoomDraft } from './draft.ts'
import type { PeerState } from './state.ts'

/** What this person's rights depend on, now; null is somebody who is not in the room. */
export const circumstances = (draft: RoomDraft, peer: PeerState | null): Circumstances => ({
  locked: draft.head.door.locked,
  lobby: draft.head.door.lobby,
  allowed: draft.head.allowed,
  people: draft.peers.size,
  waiting: draft.waiting.size,
  // Not those of a session that is being left: all of them are sent anew.
  producers: peer?.producers.filter(({ node }) => node === peer.node).length ?? 0,
})

/** Whether somebody may do what they ask for; refuses the request where not (A1), with `why` for whoever debugs. */
export function permit(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  action: MemberAction,
  why: string,
): boolean {
  const verdict = can(peer.role, action, circumstances(draft, peer))
  if (verdict === 'granted') return true
  draft.refuse(peer.id, request, verdict, why)
  return false
}
