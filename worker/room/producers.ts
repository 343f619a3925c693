import type { NodeId, PeerId, ProducerId } from '../../protocol/ids.ts'
import { KIND_OF_SOURCE } from '../../protocol/media.ts'
import type { NodeOp, NodeOutcome } from '../../protocol/node-requests.ts'
import { asOffered, problemWithSent } from '../../protocol/offered-media.ts'
import type { PageParams } from '../../protocol/page-requests.ts'
import { consumerOf } from './consumer-of.ts'
import { askNode, tellNode } from './node-questions.ts'
import { ownerOf } from './owner-of.ts'
import { nodesReachedBy } from './passages.ts'
import { permit } from './permit.ts'
import type { PeerState, ProducerState } from './state.ts'
import { transportId } from './transport-ids.ts'
import type { Turn } from './turn.ts'

/** A person begins to send (P1); everybody on the same node is given a consumer in the same batch. Asking twice is asking once. */
export function produce(turn: Turn, peer: PeerState, request: number, params: PageParams<'produce'>): void {
  const { generation, producer: id, source, rtpParameters, paused } = params
  if (generation !== peer.generation)
    return turn.refuse(peer.id, request, 'stale-media', 'that media session is over')
  if (peer.producers.some((producer) => producer.id === id)) return turn.answer(peer.id, request)
  if (ownerOf(turn, id))
    return turn.refuse(peer.id, request, 'not-allowed', 'that producer is somebody else’s')
  if (!permit(turn, peer, request, { do: 'produce', source }, 'not allowed, or too many')) return
  if (peer.node === null) return turn.refuse(peer.id, request, 'no-media', 'no node carries this room')
  const kind = KIND_OF_SOURCE[source]
  const problem = problemWithSent(kind, rtpParameters)
  if (problem !== null) return turn.refuse(peer.id, request, 'bad-message', problem)
  const transport = transportId(peer, 'send')
  const ops: NodeOp[] = [
    { op: 'produce', transport, producer: id, kind, rtpParameters: asOffered(rtpParameters), paused },
    ...receivers(turn, peer).map((other) => ({
      op: 'consume' as const,
      transport: transportId(other, 'receive'),
      producer: id,
    })),
  ]
  turn.changePeer(peer.id, {
    producers: [...peer.producers, { id, source, paused, confirmed: false, node: peer.node }],
  })
  askNode(turn, peer.node, ops, { to: 'announce-producer', peer: peer.id, producer: id, request })
}

const receivers = (turn: Turn, sender: PeerState): PeerState[] =>
  [...turn.peers.values()].filter(
    (peer) => peer.id !== sender.id && peer.node === sender.node && peer.media !== 'none',
  )

/** The node has answered `produce`: the others hear of it, each with its own consumer. */
export function announceProducer(
  turn: Turn,
  peerId: PeerId,
  id: ProducerId,
  request: number,
  [made, ...consumed]: readonly NodeOutcome[],
): void {
  const peer = turn.peer(peerId)
  const producer = peer?.producers.find((candidate) => candidate.id === id)
  if (!peer || !producer) return turn.refuse(peerId, request, 'stale-media', 'closed meanwhile')
  if (made?.outcome !== 'done') {
    turn.changePeer(peerId, { producers: peer.producers.filter((other) => other.id !== id) })
    const why = made?.outcome === 'failed' ? made.message : 'no answer'
    return turn.refuse(peerId, request, 'media-failed', why)
  }
  changeProducer(turn, peer, id, { confirmed: true })
  turn.answer(peerId, request)
  const { source, paused } = producer
  for (const other of turn.peers.values()) {
    if (other.id === peerId) continue
    const transport = transportId(other, 'receive')
    const theirs = consumed.flatMap((outcome) =>
      outcome.outcome === 'consumed' && outcome.transport === transport ? [outcome] : [],
    )
    // Their welcome, which is about to come, will say it.
    if (turn.held(other.id)) turn.hold(other.id, theirs)
    if (turn.held(other.id) || !other.announced) continue
    const [consumer = null] = theirs.map((outcome) => consumerOf(turn, outcome, peerId))
    turn.tell(
      { only: other.id },
      { event: 'producer-added', peer: peerId, producer: { id, source, paused }, consumer },
    )
  }
}

function changeProducer(turn: Turn, peer: PeerState, id: ProducerId, change: Partial<ProducerState>): void {
  const producers = peer.producers.map((producer) =>
    producer.id === id ? { ...producer, ...change } : producer,
  )
  turn.changePeer(peer.id, { producers })
}

/** Mutes or unmutes (P2). Everybody is told at once; the node follows. */
export function setProducerPaused(
  turn: Turn,
  peer: PeerState,
  request: number,
  { producer: id, paused }: PageParams<'set-producer-paused'>,
): void {
  const producer = peer.producers.find((own) => own.id === id)
  if (!producer) return turn.refuse(peer.id, request, 'not-found', 'no such producer of yours')
  const unmute = { do: 'unmute', source: producer.source } as const
  if (!paused && !permit(turn, peer, request, unmute, 'a moderator forbids it for now')) return
  turn.answer(peer.id, request)
  pauseProducer(turn, peer.id, id, paused, peer.id)
}

/** Pauses or resumes, and tells everybody but `unless`, who did it. */
export function pauseProducer(
  turn: Turn,
  owner: PeerId,
  id: ProducerId,
  paused: boolean,
  unless: PeerId | null,
): void {
  const peer = turn.peer(owner)
  const producer = peer?.producers.find((own) => own.id === id)
  if (!peer || !producer || producer.paused === paused) return
  changeProducer(turn, peer, id, { paused })
  for (const node of [producer.node, ...nodesReachedBy(turn, id)]) {
    tellNode(turn, node, [{ op: 'set-producer-paused', producer: id, paused }])
  }
  if (producer.confirmed) {
    turn.tell({ except: unless }, { event: 'producer-changed', peer: owner, producer: id, paused })
  }
}

/** Stops sending (P3). Closing what is closed is no error. */
export function closeProducer(
  turn: Turn,
  peer: PeerState,
  request: number,
  { producer: id }: PageParams<'close-producer'>,
): void {
  turn.answer(peer.id, request)
  endProducer(turn, peer.id, id, peer.id)
}

/** Ends a producer, and tells everybody but `unless`, who did it. */
export function endProducer(turn: Turn, owner: PeerId, id: ProducerId, unless: PeerId | null): void {
  const peer = turn.peer(owner)
  const producer = peer?.producers.find((own) => own.id === id)
  if (!peer || !producer) return
  turn.changePeer(owner, { producers: peer.producers.filter((own) => own.id !== id) })
  tellNode(turn, producer.node, [{ op: 'close-producer', producer: id }])
  announceRemoval(turn, owner, producer, unless)
}

/** What a person sent to that node is gone; the transport there goes with it, or is gone already. */
export function endProducersAt(turn: Turn, id: PeerId, node: NodeId): void {
  const producers = turn.peer(id)?.producers ?? []
  turn.changePeer(id, { producers: producers.filter((producer) => producer.node !== node) })
  for (const producer of producers) if (producer.node === node) announceRemoval(turn, id, producer, id)
}

/** All that a person sends is gone; its transport at the node goes with it, or is gone already. */
export function dropProducers(turn: Turn, id: PeerId): void {
  const peer = turn.peer(id)
  if (!peer || peer.producers.length === 0) return
  turn.changePeer(id, { producers: [] })
  for (const producer of peer.producers) announceRemoval(turn, id, producer, id)
}

function announceRemoval(turn: Turn, peer: PeerId, producer: ProducerState, unless: PeerId | null): void {
  if (!producer.confirmed) return
  turn.tell({ except: unless }, { event: 'producer-removed', peer, producer: producer.id })
}
