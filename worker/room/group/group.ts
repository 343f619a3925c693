import type { CommitVerdict } from '../../../protocol/page-edge/group.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { RequestContext } from '../core/request-context.ts'
import { changeLink } from '../door/link.ts'

/**
 * The room as the delivery service of an encrypted room's group (RFC 9750 §5): it gives the changes their order, takes one for each
 * epoch, and hands them on. What is in them it cannot read, and does not look at.
 */

/**
 * Takes a change where nobody was faster (K30), and tells the others (K31); else says how the group stands. One that comes again,
 * from a page that was cut off before the answer, was taken: nothing that is sealed is sealed alike twice. With it, a moderator may
 * change the room's link (D15).
 */
export function commit(context: RequestContext, params: PageParams<'commit'>): void {
  const { epoch, commit: change, info, newLink } = params
  const { draft, peer } = context
  const { group } = draft
  if (!isOfGroups(context)) return
  if (group !== null && epoch === group.epoch && info === group.info) return answer(context, TAKEN)
  if (newLink !== undefined && !mayChangeLink(context, params)) return
  if (epoch !== (group?.epoch ?? 0) + 1) return answer(context, { is: 'stale', group })
  draft.changeGroup({ epoch, info })
  answer(context, TAKEN)
  const changesLink = newLink !== undefined && { changesLink: true as const }
  draft.tell({ except: peer.id }, { event: 'group-changed', epoch, commit: change, ...changesLink })
  if (newLink !== undefined) changeLink(draft, newLink)
}

/** Whether they moderate, and whether members can follow: who founds a group has nobody with whom to make a secret. */
function mayChangeLink(context: RequestContext, { commit: change }: PageParams<'commit'>): boolean {
  if (!context.permits({ do: 'change-link' }, 'only moderators do that')) return false
  if (change !== null) return true
  context.refuse('bad-message', 'a group that is founded brings no link')
  return false
}

const TAKEN: CommitVerdict = { is: 'taken' }

const answer = (context: RequestContext, verdict: CommitVerdict): void => context.answer(verdict)

/** Answers with how the group stands, for whoever cannot follow (K30). */
export function describeGroup(context: RequestContext): void {
  if (isOfGroups(context)) context.answer({ group: context.draft.group })
}

/** Whether the room is encrypted, as others have no groups; else it is refused. */
function isOfGroups(context: RequestContext): boolean {
  if (context.draft.head.door.link !== null) return true
  context.refuse('bad-message', 'only an encrypted room has a group')
  return false
}
