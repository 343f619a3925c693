import type { PageParams } from '../../../protocol/page-requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState } from '../core/state.ts'

/** Somebody is called otherwise from now on (A7). The request names nobody: there is no way to say it of another. */
export function rename(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  { name }: PageParams<'rename'>,
): void {
  draft.answer(peer.id, request)
  if (peer.name === name) return
  draft.changePeer(peer.id, { name })
  draft.tell({ except: null }, { event: 'peer-renamed', peer: peer.id, name })
}
