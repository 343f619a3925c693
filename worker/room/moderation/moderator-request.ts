import type { PeerId } from '../../../protocol/ids.ts'
import type { MemberAction } from '../core/access.ts'
import type { PeerState } from '../core/peer-state.ts'
import type { RequestContext } from '../core/request-context.ts'

/** Whether a moderator asks; refuses the request of anybody else. */
export const permitsModerator = (context: RequestContext, action: MemberAction): boolean =>
  context.permits(action, 'only moderators do that')

/** The person that a moderator's request is about; refuses the request where there is nobody. */
export function personMeant(context: RequestContext, id: PeerId): PeerState | null {
  const found = context.draft.peer(id)
  if (found?.announced) return found
  context.refuse('not-found', 'nobody of that id is here')
  return null
}
