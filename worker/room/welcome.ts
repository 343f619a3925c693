import type { MediaSession } from '../../protocol/media.ts'
import type { Welcome } from '../../protocol/page-requests.ts'
import type { Peer } from '../../protocol/roster.ts'
import { noteMeeting } from './keeping.ts'
import { knocks } from './lobby.ts'
import { votesAs } from './relay.ts'
import { facts } from './room-facts.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'

/** Answers a join with the whole room (J2), and tells the others who came, unless they know (R3). */
export function welcome(turn: Turn, peer: PeerState, media: MediaSession | null): void {
  if (peer.presence.is !== 'joining') return
  const { request } = peer.presence
  turn.changePeer(peer.id, { presence: { is: 'here' }, announced: true })
  if (!peer.announced) {
    noteMeeting(turn)
    turn.tell({ except: peer.id }, { event: 'peer-joined', peer: { ...asKnown(peer), producers: [] } })
  }
  const result: Welcome = {
    kind: 'welcome',
    self: peer.id,
    resumeToken: peer.token,
    ...votesAs(turn, peer),
    seq: turn.head.seq,
    room: facts(turn.head),
    peers: [...turn.peers.values()].filter((other) => other.announced || other.id === peer.id).map(asKnown),
    waiting: peer.role === 'moderator' ? knocks(turn) : [],
    media,
  }
  turn.answer(peer.id, request, result)
}

/** A person as the others know them: nothing that is not confirmed yet, nothing secret. */
const asKnown = (peer: PeerState): Peer => ({
  id: peer.id,
  name: peer.name,
  role: peer.role,
  creator: peer.creator,
  producers: peer.producers
    .filter((producer) => producer.confirmed)
    .map(({ id, source, paused }) => ({ id, source, paused })),
  ...(peer.cutOff && { cutOff: true as const }),
})
