import type { MediaSession } from '../../../protocol/media/session.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState } from '../core/peer-state.ts'
import { settingsOf } from '../core/queries.ts'
import { noteMeeting } from '../door/kept-name.ts'
import { knocks } from '../door/lobby.ts'
import { votesAs } from '../messages/messages.ts'
import { asKnown } from './roster.ts'

/** Answers a join with the whole room (J2), and tells the others who came, unless they know (R3). */
export function welcome(draft: RoomDraft, peer: PeerState, media: MediaSession | null): void {
  if (peer.presence.is !== 'joining') return
  const { request } = peer.presence
  draft.changePeer(peer.id, { presence: { is: 'here' }, announced: true })
  if (!peer.announced) {
    noteMeeting(draft)
    draft.tell({ except: peer.id }, { event: 'peer-joined', peer: { ...asKnown(peer), producers: [] } })
  }
  const result: Welcome = {
    kind: 'welcome',
    self: peer.id,
    resumeToken: peer.token,
    ...votesAs(draft, peer),
    seq: draft.head.seq,
    room: settingsOf(draft.head),
    peers: [...draft.peers.values()].filter((other) => other.announced || other.id === peer.id).map(asKnown),
    knocks: peer.role === 'moderator' ? knocks(draft) : [],
    media,
    group: draft.group,
  }
  draft.answer(peer.id, request, result)
}
