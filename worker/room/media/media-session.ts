import type { NodeId, PeerId, ProducerId, TransportId } from '../../../protocol/ids.ts'
import type { ConsumerInfo, MediaSession } from '../../../protocol/media/session.ts'
import type { TransportDescription } from '../../../protocol/media/transport.ts'
import type { NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState } from '../core/peer-state.ts'
import { transportId } from '../core/queries.ts'
import { welcome } from '../membership/welcome.ts'
import { lenderOf } from '../nodes/lenders.ts'
import { catchUp, pipedTo } from '../pipes/piped-producers.ts'
import { consumerInfo } from './consumer-info.ts'
import { awaitsIce, iceServersOf, wantIce } from './ice-servers.ts'
import { dropProducers } from './producers.ts'

/**
 * Asks a node for everything that one person needs to send and receive, in one batch: that is what makes a join
 * two round trips. Producers that the node does not have yet are consumed too: it was asked for them before.
 */
export function openMedia(draft: RoomDraft, peer: PeerState, node: NodeId): void {
  const [send, receive] = [transportId(peer, 'send'), transportId(peer, 'receive')]
  const ops: NodeOp[] = [
    { op: 'open-router' },
    { op: 'create-transport', transport: send, rtpCapabilities: null },
    { op: 'create-transport', transport: receive, rtpCapabilities: peer.rtpCapabilities, sameWorkerAs: send },
    ...producersAt(draft, peer, node).map((producer) => ({
      op: 'consume' as const,
      transport: receive,
      producer,
    })),
  ]
  // What they said they show was of another session's consumers.
  draft.changePeer(peer.id, { media: 'asked', node, notShown: [] })
  // Before the node: TURN credentials come from elsewhere, at the same time.
  wantIce(draft, peer.id)
  draft.askNode(node, ops, { to: 'open-media', peer: peer.id, generation: peer.generation })
}

/** What others send from this node, or through pipes to it. */
const producersAt = (draft: RoomDraft, peer: PeerState, node: NodeId): ProducerId[] => [
  ...[...draft.peers.values()]
    .filter((other) => other.id !== peer.id)
    .flatMap((other) => other.producers)
    .filter((producer) => producer.node === node)
    .map((producer) => producer.id),
  ...pipedTo(draft, peer, node),
]

/** Ends a person's media session: what it sent is gone for the others, and its next session has another number. */
export function renewGeneration(draft: RoomDraft, id: PeerId): void {
  dropProducers(draft, id)
  draft.letGo(id)
  const peer = draft.peer(id)
  if (!peer) return
  closeFormerSession(draft, id)
  if (peer.media !== 'none') closeTransports(draft, peer)
  draft.changePeer(id, { generation: peer.generation + 1, media: 'none', node: null, viaTurn: false })
}

/** Ends what somebody still had on a node that they are leaving. */
export function closeFormerSession(draft: RoomDraft, id: PeerId): void {
  const migratingFrom = draft.peer(id)?.migratingFrom
  if (!migratingFrom) return
  draft.changePeer(id, { migratingFrom: null })
  closeTransports(draft, { id, ...migratingFrom })
}

/** Closes a person's transports at their node; its producers and consumers close with them. */
export function closeTransports(draft: RoomDraft, peer: Pick<PeerState, 'id' | 'generation' | 'node'>): void {
  const ops = (['send', 'receive'] as const).map((direction) => ({
    op: 'close-transport' as const,
    transport: transportId(peer, direction),
  }))
  draft.tellNode(peer.node, ops)
}

/**
 * The node has answered `openMedia`: the person is welcomed, or told of its new session. A join waits for its TURN
 * credentials, too; a session that goes on does without them for a moment. False where the node did not make the
 * transports, and so cannot serve this room.
 */
export function mediaOpened(
  draft: RoomDraft,
  id: PeerId,
  generation: number,
  outcomes: readonly NodeOutcome[],
): boolean {
  const peer = draft.peer(id)
  // Gone, or begun anew since: nobody waits for this answer any more.
  if (!peer || peer.generation !== generation) return true
  if (!awaitsIce(draft, peer)) return startMedia(draft, peer, outcomes)
  draft.hold(id, outcomes)
  return transportsIn(peer, outcomes) !== null
}

/** Gives somebody the media session that the node described; false where it described none. */
export function startMedia(draft: RoomDraft, peer: PeerState, outcomes: readonly NodeOutcome[]): boolean {
  const transports = transportsIn(peer, outcomes)
  if (!transports) return false
  const media: MediaSession = {
    generation: peer.generation,
    iceServers: iceServersOf(draft, peer),
    ...transports,
    consumers: consumersIn(draft, outcomes),
    carriedBy: peer.node && lenderOf(draft, peer.node),
  }
  draft.letGo(peer.id)
  draft.changePeer(peer.id, { media: 'up' })
  if (peer.presence.is === 'joining') welcome(draft, peer, media)
  else
    draft.tell(
      { only: peer.id },
      { event: peer.migratingFrom ? 'migration-started' : 'media-started', media },
    )
  catchUp(
    draft,
    peer,
    media.consumers.map(({ producer }) => producer),
  )
  return true
}

function transportsIn(
  peer: PeerState,
  outcomes: readonly NodeOutcome[],
): Pick<MediaSession, 'send' | 'receive'> | null {
  const send = described(outcomes, transportId(peer, 'send'))
  const receive = described(outcomes, transportId(peer, 'receive'))
  return send && receive ? { send, receive } : null
}

function described(outcomes: readonly NodeOutcome[], id: TransportId): TransportDescription | undefined {
  return outcomes
    .flatMap((outcome) => (outcome.outcome === 'transport-created' ? [outcome.transport] : []))
    .find((transport) => transport.id === id)
}

/** The consumers among `outcomes` whose producers are still there, and known to the room. */
function consumersIn(draft: RoomDraft, outcomes: readonly NodeOutcome[]): ConsumerInfo[] {
  const owners = new Map(
    [...draft.peers.values()].flatMap((peer) =>
      peer.producers
        .filter((producer) => producer.confirmed)
        .map((producer) => [producer.id, peer.id] as const),
    ),
  )
  return outcomes.flatMap((outcome) => {
    if (outcome.outcome !== 'consumed') return []
    const owner = owners.get(outcome.producer)
    const consumer = owner && consumerInfo(draft, outcome, owner)
    return consumer ? [consumer] : []
  })
}
