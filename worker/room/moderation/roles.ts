import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import { moderatorsOf } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'
import { showLobby } from '../door/lobby.ts'
import { permitsModerator, personMeant } from './moderator-request.ts'

/** Gives the role, or takes it back, but not from the room's creator; a room is never without a moderator (A2). */
export function setRole(context: RequestContext, { peer: id, role }: PageParams<'set-role'>): void {
  const { draft } = context
  const creator = draft.peer(id)?.creator ?? false
  const what = role === 'moderator' ? ({ do: 'promote' } as const) : ({ do: 'demote', creator } as const)
  if (!permitsModerator(context, what)) return
  const other = personMeant(context, id)
  if (!other) return
  const moderators = moderatorsOf(draft).filter((one) => one.announced)
  if (role === 'participant' && moderators.every((one) => one.id === id)) {
    return context.refuse('not-allowed', 'the room would be without a moderator')
  }
  context.answer()
  if (other.role === role) return
  draft.changePeer(id, { role })
  draft.tell({ except: null }, { event: 'peer-role-changed', peer: id, role })
  if (role === 'moderator') showLobby(draft, id)
}

/**
 * A room is never without a moderator: the role passes to the longest present (A2), or, where everybody still waits for
 * a welcome, to the first of them, whose welcome will say so.
 */
export function passRoleOn(draft: RoomDraft): void {
  const peers = [...draft.peers.values()]
  const heir = peers.find((peer) => peer.announced) ?? peers[0]
  if (!heir || peers.some((peer) => peer.role === 'moderator')) return
  draft.changePeer(heir.id, { role: 'moderator' })
  if (!heir.announced) return
  draft.tell({ except: null }, { event: 'peer-role-changed', peer: heir.id, role: 'moderator' })
  showLobby(draft, heir.id)
}
