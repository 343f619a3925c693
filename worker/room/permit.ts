import { type Circumstances, can, type MemberAction } from '../access.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'

/** What this person's rights depend on, now; null is somebody who is not in the room. */
export const circumstances = (turn: Turn, peer: PeerState | null): Circumstances => ({
  locked: turn.head.door.locked,
  lobby: turn.head.door.lobby,
  allowed: turn.head.allowed,
  people: turn.peers.size,
  waiting: turn.waiting.size,
  // Not those of a session that is being left: all of them are sent anew.
  producers: peer?.producers.filter(({ node }) => node === peer.node).length ?? 0,
})

/** Whether somebody may do what they ask for; refuses the request where not (A1), with `why` for whoever debugs. */
export function permit(
  turn: Turn,
  peer: PeerState,
  request: number,
  action: MemberAction,
  why: string,
): boolean {
  const verdict = can(peer.role, action, circumstances(turn, peer))
  if (verdict === 'granted') return true
  turn.refuse(peer.id, request, verdict, why)
  return false
}
