import type { PageParams } from '../../protocol/page-requests.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'

/** Somebody is called otherwise from now on (A7). The request names nobody: there is no way to say it of another. */
export function rename(turn: Turn, peer: PeerState, request: number, { name }: PageParams<'rename'>): void {
  turn.answer(peer.id, request)
  if (peer.name === name) return
  turn.changePeer(peer.id, { name })
  turn.tell({ except: null }, { event: 'peer-renamed', peer: peer.id, name })
}
