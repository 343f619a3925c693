import type { ErrorCode } from '../../../protocol/errors.ts'
import { MAX_PAST_PEOPLE, MAX_PEERS_PER_ROOM } from '../../../protocol/limits.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import type { PastState, PeerState } from '../core/peer-state.ts'
import { isLinkAwaited } from '../door/link.ts'
import { isRemoved, provenanceOf } from '../door/newcomer.ts'

type Join = InputOf<'join'>

/**
 * Those who are gone for the others, and may still come back (R6): whoever was cut off, or whose page went, for longer than
 * the graces, but neither said good-bye nor was put out. The room knows them by their token for as long as it lives.
 */

/** Remembers somebody who is gone; the longest gone give way. */
export function rememberPast(draft: RoomDraft, peer: PeerState): void {
  const { id, name, role, creator, token, generation } = peer
  draft.putPast({ id, name, role, creator, token, generation })
  const [longest] = draft.past.keys()
  if (longest !== undefined && draft.past.size > MAX_PAST_PEOPLE) draft.removePast(longest)
}

/** Who is gone and brings the token back. */
export const pastByToken = (draft: RoomDraft, token: string): PastState | undefined =>
  [...draft.past.values()].find((past) => past.token === token)

/** Why they may not come back all the same; null where they may, whatever the door says. */
export function whyNotRejoin(draft: RoomDraft, input: Join): ErrorCode | null {
  if (isRemoved(draft, provenanceOf(input))) return 'removed'
  if (isLinkAwaited(draft)) return 'link-changed'
  return draft.peers.size < MAX_PEERS_PER_ROOM ? null : 'room-full'
}

/** A room that somebody else begins anew is another one: nobody comes back to the former. */
export function forgetPast(draft: RoomDraft): void {
  for (const id of draft.past.keys()) draft.removePast(id)
}
