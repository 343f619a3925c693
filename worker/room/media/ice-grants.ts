import type { PeerId } from '../../../protocol/ids.ts'
import { TURN_RETRY_MS } from '../../../protocol/limits.ts'
import type { IceServer } from '../../../protocol/media/transport.ts'
import type { IceGrant } from '../../turn/turn-provider.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState } from '../core/peer-state.ts'
import { iceServersOf } from './ice-servers.ts'
import { startMedia } from './media-session.ts'

/** TURN credentials have come (M6): whoever waits for them is welcomed, whoever is in the call exchanges theirs. */
export function iceGranted(draft: RoomDraft, id: PeerId, { servers, until, usernames }: IceGrant): void {
  const peer = draft.peer(id)
  if (!peer) {
    if (usernames.length > 0) draft.do({ do: 'revoke-ice', usernames })
    return
  }
  const grant = { servers: [...servers], until, usernames: [...usernames] }
  const former = peer.ice.grant?.usernames ?? []
  const due = until === null ? null : draft.now + Math.floor((until - draft.now) / 2)
  draft.changePeer(id, { ice: { grant, former, asked: false, due } })
  goOn(draft, peer)
}

/** There are none for now (M6): nobody waits for them any longer, and they are asked for again after a while. */
export function iceFailed(draft: RoomDraft, id: PeerId): void {
  const peer = draft.peer(id)
  if (!peer) return
  draft.changePeer(id, { ice: { ...peer.ice, asked: false, due: draft.now + TURN_RETRY_MS } })
  goOn(draft, peer)
}

function goOn(draft: RoomDraft, before: PeerState): void {
  const peer = draft.peer(before.id)
  if (!peer) return
  const outcomes = draft.held(peer.id)
  if (outcomes) {
    startMedia(draft, peer, outcomes)
    return
  }
  // A session that is about to begin will bring them.
  if (peer.media !== 'up') return
  const iceServers = iceServersOf(draft, peer)
  if (areSame(iceServers, iceServersOf(draft, before))) return
  draft.tell({ only: peer.id }, { event: 'ice-servers-changed', iceServers })
}

const areSame = (some: readonly IceServer[], others: readonly IceServer[]): boolean =>
  some.length === others.length &&
  some.every(({ urls, username, credential }, i) => {
    const other = others[i]
    return (
      other?.username === username &&
      other?.credential === credential &&
      other?.urls.length === urls.length &&
      urls.every((url, j) => url === other.urls[j])
    )
  })
