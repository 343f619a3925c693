import type { VoterId } from '../../../protocol/ids.ts'
import { rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import type { Addressee, RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { Audience } from '../core/effects.ts'
import type { PeerState } from '../core/peer-state.ts'
import { HOW_IT_IS_SAID, isSealedAsRoom, moderatorsOf } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'
import { voterOf } from '../door/secrets.ts'

/**
 * Passes on what somebody sends (C1), in the room's order, to those it is for and to nobody else (C2). What came before is
 * only answered again.
 */
export function send(context: RequestContext, params: PageParams<'send-message'>): void {
  const { draft, peer } = context
  const { kind, addressee, payload, upTo } = params
  if (context.known) return context.answer(context.known)
  if (!isSealedAsRoom(draft, payload)) return context.refuse('bad-message', HOW_IT_IS_SAID)
  if (!context.permits({ do: 'send-message', kind }, 'not allowed to send that here')) return
  if (addressee.to === 'peer' && !draft.peer(addressee.peer)?.announced) {
    return context.refuse('not-found', 'nobody of that id is here')
  }
  if (upTo !== undefined && upTo > draft.head.lastMessageId) {
    return context.refuse('bad-message', 'it stands for messages that are not there yet')
  }
  const id = draft.head.lastMessageId + 1
  draft.changeHead({ lastMessageId: id })
  const message: RoomMessage = {
    id,
    from: peer.id,
    name: peer.name,
    ...(peer.role === 'moderator' && { moderator: true }),
    ...(rulesOf(kind).byVoter && votesAs(draft, peer)),
    kind,
    addressee,
    at: draft.now,
    payload,
    ...(upTo !== undefined && { upTo }),
  }
  keep(draft, message)
  remember(draft, params, message)
  context.answer({ id, at: draft.now })
  for (const audience of audiences(draft, peer, addressee))
    draft.tell(audience, { event: 'message', message })
}

/** What somebody's votes are counted by, whoever they are called and however often they come; nothing where nobody knows. */
export function votesAs({ head }: RoomDraft, { browser }: PeerState): { readonly voter?: VoterId } {
  if (browser === null || head.addressKey === null) return {}
  return { voter: voterOf(browser, head.addressKey) }
}

/** Keeps for latecomers what its kind keeps, in the place of what it stands for. */
function keep(draft: RoomDraft, message: RoomMessage): void {
  const { kind, from, upTo } = message
  const { kept } = rulesOf(kind)
  if (kept === 'none') return
  if (kept === 'latest') draft.do({ do: 'forget-messages', peer: from, kind })
  if (upTo !== undefined) draft.do({ do: 'forget-messages-up-to', kind, upTo })
  const moderators = message.addressee.to === 'moderators' ? moderatorsOf(draft).map(({ id }) => id) : []
  draft.do({ do: 'keep-message', message, moderators })
}

/** Knows a sending again that its page, cut off before the answer, sends once more (C6). What nobody keeps may come twice. */
function remember(
  draft: RoomDraft,
  { kind, sendId }: PageParams<'send-message'>,
  { id, at }: RoomMessage,
): void {
  if (sendId === undefined || rulesOf(kind).kept === 'none') return
  draft.do({ do: 'remember-send', sendId, sending: { id, at } })
}

/** Everybody but the sender, who knows; or each of a few. */
function audiences(draft: RoomDraft, sender: PeerState, addressee: Addressee): Audience[] {
  switch (addressee.to) {
    case 'everyone':
      return [{ except: sender.id }]
    case 'moderators':
      return moderatorsOf(draft)
        .filter(({ id }) => id !== sender.id)
        .map(({ id }) => ({ only: id }))
    case 'peer':
      return addressee.peer === sender.id ? [] : [{ only: addressee.peer }]
    default:
      return addressee satisfies never
  }
}

/** Takes back what holds until it is taken back (C3): one's own hand, or, as a moderator, another's. */
export function clearMessage(
  context: RequestContext,
  { kind, peer: owner }: PageParams<'clear-message'>,
): void {
  const { draft, peer } = context
  const action = { do: 'clear-message', own: owner === peer.id } as const
  if (!context.permits(action, 'that is not yours')) return
  if (rulesOf(kind).kept !== 'latest') return context.refuse('not-allowed', 'what was said was said')
  context.answer()
  draft.do({ do: 'forget-messages', peer: owner, kind })
  draft.tell({ except: null }, { event: 'message-cleared', peer: owner, kind })
}

/** What was sent before one came, and was for oneself (C4). */
export function messageHistory(context: RequestContext, { after }: PageParams<'message-history'>): void {
  const { draft, peer, request } = context
  draft.do({ do: 'answer-history', peer: peer.id, request, after })
}
