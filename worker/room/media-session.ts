import type { NodeId, PeerId, ProducerId, TransportId } from '../../protocol/ids.ts'
import type { ConsumerInfo, MediaSession } from '../../protocol/media.ts'
import type { NodeOp, NodeOutcome } from '../../protocol/node-requests.ts'
import type { TransportDescription } from '../../protocol/transport.ts'
import { consumerOf } from './consumer-of.ts'
import { awaitsIce, iceServersOf, wantIce } from './ice-servers.ts'
import { lenderOf } from './lenders.ts'
import { askNode, tellNode } from './node-questions.ts'
import { arrivalsFor, catchUp } from './passages.ts'
import { dropProducers } from './producers.ts'
import type { PeerState } from './state.ts'
import { transportId } from './transport-ids.ts'
import type { Turn } from './turn.ts'
import { welcome } from './welcome.ts'

/**
 * Asks a node for everything that one person needs to send and receive, in one batch: that is what makes a join
 * two round trips. Producers that the node does not have yet are consumed too: it was asked for them before.
 */
export function openMedia(turn: Turn, peer: PeerState, node: NodeId): void {
  const [send, receive] = [transportId(peer, 'send'), transportId(peer, 'receive')]
  const ops: NodeOp[] = [
    { op: 'open-router' },
    { op: 'create-transport', transport: send, rtpCapabilities: null },
    { op: 'create-transport', transport: receive, rtpCapabilities: peer.rtpCapabilities, beside: send },
    ...producersAt(turn, peer, node).map((producer) => ({
      op: 'consume' as const,
      transport: receive,
      producer,
    })),
  ]
  // What they said they show was of another session's consumers.
  turn.changePeer(peer.id, { media: 'asked', node, notShown: [] })
  // Before the node: TURN credentials come from elsewhere, at the same time.
  wantIce(turn, peer.id)
  askNode(turn, node, ops, { to: 'open-media', peer: peer.id, generation: peer.generation })
}

/** What others send from this node, or through pipes to it. */
const producersAt = (turn: Turn, peer: PeerState, node: NodeId): ProducerId[] => [
  ...[...turn.peers.values()]
    .filter((other) => other.id !== peer.id)
    .flatMap((other) => other.producers)
    .filter((producer) => producer.node === node)
    .map((producer) => producer.id),
  ...arrivalsFor(turn, peer, node),
]

/** Ends a person's media session: what it sent is gone for the others, and its next session has another number. */
export function renewGeneration(turn: Turn, id: PeerId): void {
  dropProducers(turn, id)
  turn.letGo(id)
  const peer = turn.peer(id)
  if (!peer) return
  closeFormer(turn, id)
  if (peer.media !== 'none') closeTransports(turn, peer)
  turn.changePeer(id, { generation: peer.generation + 1, media: 'none', node: null, relayed: false })
}

/** Ends what somebody still had on a node that they are leaving. */
export function closeFormer(turn: Turn, id: PeerId): void {
  const former = turn.peer(id)?.former
  if (!former) return
  turn.changePeer(id, { former: null })
  closeTransports(turn, { id, ...former })
}

/** Closes a person's transports at their node; its producers and consumers close with them. */
export function closeTransports(turn: Turn, peer: Pick<PeerState, 'id' | 'generation' | 'node'>): void {
  const ops = (['send', 'receive'] as const).map((direction) => ({
    op: 'close-transport' as const,
    transport: transportId(peer, direction),
  }))
  tellNode(turn, peer.node, ops)
}

/**
 * The node has answered `openMedia`: the person is welcomed, or told of its new session. A join waits for its TURN
 * credentials, too; a session that goes on does without them for a moment. False where the node did not make the
 * transports, and so cannot serve this room.
 */
export function mediaOpened(
  turn: Turn,
  id: PeerId,
  generation: number,
  outcomes: readonly NodeOutcome[],
): boolean {
  const peer = turn.peer(id)
  // Gone, or begun anew since: nobody waits for this answer any more.
  if (!peer || peer.generation !== generation) return true
  if (!awaitsIce(turn, peer)) return startMedia(turn, peer, outcomes)
  turn.hold(id, outcomes)
  return transportsIn(peer, outcomes) !== null
}

/** Gives somebody the media session that the node described; false where it described none. */
export function startMedia(turn: Turn, peer: PeerState, outcomes: readonly NodeOutcome[]): boolean {
  const transports = transportsIn(peer, outcomes)
  if (!transports) return false
  const media: MediaSession = {
    generation: peer.generation,
    iceServers: iceServersOf(turn, peer),
    ...transports,
    consumers: consumersIn(turn, outcomes),
    carriedBy: peer.node && lenderOf(turn, peer.node),
  }
  turn.letGo(peer.id)
  turn.changePeer(peer.id, { media: 'up' })
  if (peer.presence.is === 'joining') welcome(turn, peer, media)
  else turn.tell({ only: peer.id }, { event: peer.former ? 'media-moved' : 'media-started', media })
  catchUp(
    turn,
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
function consumersIn(turn: Turn, outcomes: readonly NodeOutcome[]): ConsumerInfo[] {
  const owners = new Map(
    [...turn.peers.values()].flatMap((peer) =>
      peer.producers
        .filter((producer) => producer.confirmed)
        .map((producer) => [producer.id, peer.id] as const),
    ),
  )
  return outcomes.flatMap((outcome) => {
    if (outcome.outcome !== 'consumed') return []
    const owner = owners.get(outcome.producer)
    const consumer = owner && consumerOf(turn, outcome, owner)
    return consumer ? [consumer] : []
  })
}
