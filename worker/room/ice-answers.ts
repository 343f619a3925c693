import type { PeerId } from '../../protocol/ids.ts'
import { TURN_RETRY_MS } from '../../protocol/limits.ts'
import type { IceGrant } from '../turn/turn-provider.ts'
import { iceServersOf } from './ice-servers.ts'
import { startMedia } from './media-session.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'

/** TURN credentials have come (M6): whoever waits for them is welcomed, whoever is in the call exchanges theirs. */
export function iceGranted(turn: Turn, id: PeerId, { servers, until, usernames }: IceGrant): void {
  const peer = turn.peer(id)
  if (!peer) {
    if (usernames.length > 0) turn.do({ do: 'revoke-ice', usernames })
    return
  }
  const grant = { servers: [...servers], until, usernames: [...usernames] }
  const former = peer.ice.grant?.usernames ?? []
  const due = until === null ? null : turn.now + Math.floor((until - turn.now) / 2)
  turn.changePeer(id, { ice: { grant, former, asked: false, due } })
  goOn(turn, peer)
}

/** There are none for now (M6): nobody waits for them any longer, and they are asked for again after a while. */
export function iceFailed(turn: Turn, id: PeerId): void {
  const peer = turn.peer(id)
  if (!peer) return
  turn.changePeer(id, { ice: { ...peer.ice, asked: false, due: turn.now + TURN_RETRY_MS } })
  goOn(turn, peer)
}

function goOn(turn: Turn, before: PeerState): void {
  const peer = turn.peer(before.id)
  if (!peer) return
  const outcomes = turn.held(peer.id)
  if (outcomes) {
    startMedia(turn, peer, outcomes)
    return
  }
  // A session that is about to begin will bring them.
  if (peer.media !== 'up') return
  const iceServers = iceServersOf(turn, peer)
  if (JSON.stringify(iceServers) === JSON.stringify(iceServersOf(turn, before))) return
  turn.tell({ only: peer.id }, { event: 'ice-servers-changed', iceServers })
}
