import type { PageParams } from '../../protocol/page-requests.ts'
import { can } from '../access.ts'
import { circumstances } from './circumstances.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'

/** Lets nobody else in, or opens the door again. */
export function setLocked(
  turn: Turn,
  peer: PeerState,
  request: number,
  { locked }: PageParams<'set-locked'>,
): void {
  const verdict = can(peer.role, 'lock', circumstances(turn, peer))
  if (verdict !== 'granted') return turn.refuse(peer.id, request, verdict, 'only moderators lock a room')
  turn.answer(peer.id, request)
  if (turn.head.locked === locked) return
  turn.changeHead({ locked })
  turn.tell({ except: null }, { event: 'room-changed', room: { locked } })
}
