import type { PeerId } from '../../../protocol/ids.ts'
import { MessageKind, rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import type { PeerState } from '../core/peer-state.ts'
import type { RequestContext } from '../core/request-context.ts'
import type { Timer } from '../core/schedule.ts'
import { emptyRoom } from '../core/state.ts'
import { leaveDoor } from '../door/door.ts'
import { waitingCut } from '../door/lobby.ts'
import { revokeIce } from '../media/ice-servers.ts'
import { closeFormerSession, closeTransports } from '../media/media-session.ts'
import { dropProducers } from '../media/producers.ts'
import { passRoleOn } from '../moderation/roles.ts'
import { graceUntil, vanishedUntil } from './grace.ts'
import { rememberPast } from './rejoin.ts'

/** What holds of somebody only while they are there: a raised hand. */
const KINDS_OF_THE_PRESENT = MessageKind.options.filter((kind) => rulesOf(kind).kept === 'latest')

/** Says good-bye (L1): gone at once. */
export function leave(context: RequestContext): void {
  const { draft, peer } = context
  context.answer()
  draft.do({ do: 'close-socket', peer: peer.id, code: null })
  depart(draft, peer, 'for good')
}

/** A socket is gone (L2): its person may come back for a while, and nobody sees it leave meanwhile. */
export function socketClosed(
  draft: RoomDraft,
  id: PeerId,
  { goingAway, heardAt }: Pick<InputOf<'socket-closed'>, 'goingAway' | 'heardAt'>,
): void {
  const waiting = draft.waiting.get(id)
  if (waiting) return waitingCut(draft, waiting, goingAway)
  const peer = draft.peer(id)
  if (!peer) return
  if (!peer.announced) return depart(draft, peer, peer.returned ? 'for now' : 'for good')
  const { presence } = peer
  const since = presence.is === 'away' ? presence.since : (heardAt ?? draft.now)
  const until =
    heardAt === undefined
      ? graceUntil(draft.now, goingAway, presence)
      : vanishedUntil(draft.now, heardAt, presence)
  draft.changePeer(id, { presence: { is: 'away', since, until } })
}

/** Takes a person out of the room, with all that is theirs; who does not go for good may still come back (R6). */
export function depart(draft: RoomDraft, peer: PeerState, how: 'for good' | 'for now' | 'removed'): void {
  dropProducers(draft, peer.id)
  for (const kind of KINDS_OF_THE_PRESENT) draft.do({ do: 'forget-messages', peer: peer.id, kind })
  closeFormerSession(draft, peer.id)
  if (peer.media !== 'none') closeTransports(draft, peer)
  revokeIce(draft, peer)
  draft.removePeer(peer.id)
  if (how === 'for now') rememberPast(draft, peer)
  if (peer.announced) {
    const removed = how === 'removed' && { removed: true as const }
    draft.tell({ except: peer.id }, { event: 'peer-left', peer: peer.id, ...removed })
  }
  if (draft.peers.size === 0) return empty(draft)
  if (peer.role === 'moderator') passRoleOn(draft)
}

/**
 * The last one has left (L3), and whoever is cut off and may still resume is there: what was said is gone at once, before
 * the door opens to anybody; the rest is erased after a while.
 */
function empty(draft: RoomDraft): void {
  draft.do({ do: 'forget-history' })
  draft.changeGroup(null)
  draft.changeHead({
    placement: { at: 'nowhere' },
    permissions: emptyRoom.head.permissions,
    emptySince: draft.now,
  })
  leaveDoor(draft)
}

/** Nobody waits for ever for those who do not come back (R2). */
export const presenceTimer: Timer = {
  due: ({ peers }) =>
    [...peers.values()].flatMap(({ presence }) => (presence.is === 'away' ? [presence.until] : [])),
  tick: (draft) => {
    for (const peer of draft.peers.values()) {
      if (peer.presence.is === 'away' && peer.presence.until <= draft.now) depart(draft, peer, 'for now')
    }
  },
}
