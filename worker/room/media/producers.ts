import type { NodeId, PeerId, ProducerId } from '../../../protocol/ids.ts'
import { asOffered, problemWithSent } from '../../../protocol/media/offered-media.ts'
import { KIND_OF_SOURCE } from '../../../protocol/media/session.ts'
import type { NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState, ProducerState } from '../core/peer-state.ts'
import { ownerOf, transportId } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'
import { nodesReachedBy } from '../pipes/piped-producers.ts'
import { consumeOp } from './consume-op.ts'
import { consumerInfo } from './consumer-info.ts'
import { failureAtNode } from './failure-at-node.ts'

/** A person begins to send (P1); everybody on the same node is given a consumer in the same batch. Asking twice is asking once. */
export function produce(context: RequestContext, params: PageParams<'produce'>): void {
  const { draft, peer, request } = context
  const { generation, producer: id, source, rtpParameters, paused } = params
  if (generation !== peer.generation) return context.refuse('stale-media', 'that media session is over')
  if (peer.producers.some((producer) => producer.id === id)) return context.answer()
  if (ownerOf(draft, id)) return context.refuse('not-allowed', 'that producer is somebody else’s')
  if (!context.permits({ do: 'produce', source }, 'not allowed, or too many')) return
  if (peer.node === null) return context.refuse('no-media', 'no node carries this room')
  const kind = KIND_OF_SOURCE[source]
  const problem = problemWithSent(kind, rtpParameters)
  if (problem !== null) return context.refuse('bad-message', problem)
  const transport = transportId(peer, 'send')
  const ops: NodeOp[] = [
    { op: 'produce', transport, producer: id, kind, rtpParameters: asOffered(rtpParameters), paused },
    ...receivers(draft, peer).map((other) => consumeOp(other, id)),
  ]
  draft.changePeer(peer.id, {
    producers: [...peer.producers, { id, source, paused, confirmed: false, node: peer.node }],
  })
  draft.askNode(peer.node, ops, { to: 'announce-producer', peer: peer.id, producer: id, request })
}

const receivers = (draft: RoomDraft, sender: PeerState): PeerState[] =>
  [...draft.peers.values()].filter(
    (peer) => peer.id !== sender.id && peer.node === sender.node && peer.media !== 'none',
  )

/** The node has answered `produce`: the others hear of it, each with its own consumer. */
export function announceProducer(
  draft: RoomDraft,
  peerId: PeerId,
  id: ProducerId,
  request: number,
  [made, ...consumed]: readonly NodeOutcome[],
): void {
  const peer = draft.peer(peerId)
  const producer = peer?.producers.find((candidate) => candidate.id === id)
  if (!peer || !producer) return draft.refuse(peerId, request, 'stale-media', 'closed meanwhile')
  if (made?.outcome !== 'done') {
    draft.changePeer(peerId, { producers: peer.producers.filter((other) => other.id !== id) })
    const { code, message } = failureAtNode(made)
    return draft.refuse(peerId, request, code, message)
  }
  changeProducer(draft, peer, id, { confirmed: true })
  draft.answer(peerId, request)
  const { source, paused } = producer
  for (const other of draft.peers.values()) {
    if (other.id === peerId) continue
    const transport = transportId(other, 'receive')
    const theirs = consumed.flatMap((outcome) =>
      outcome.outcome === 'consumed' && outcome.transport === transport ? [outcome] : [],
    )
    // Their welcome, which is about to come, will say it.
    if (draft.held(other.id)) draft.hold(other.id, theirs)
    if (draft.held(other.id) || !other.announced) continue
    const [consumer = null] = theirs.map((outcome) => consumerInfo(draft, outcome, peerId))
    draft.tell(
      { only: other.id },
      { event: 'producer-added', peer: peerId, producer: { id, source, paused }, consumer },
    )
  }
}

function changeProducer(
  draft: RoomDraft,
  peer: PeerState,
  id: ProducerId,
  change: Partial<ProducerState>,
): void {
  const producers = peer.producers.map((producer) =>
    producer.id === id ? { ...producer, ...change } : producer,
  )
  draft.changePeer(peer.id, { producers })
}

/** Mutes or unmutes (P2). Everybody is told at once; the node follows. */
export function setProducerPaused(
  context: RequestContext,
  { producer: id, paused }: PageParams<'set-producer-paused'>,
): void {
  const { draft, peer } = context
  const producer = peer.producers.find((own) => own.id === id)
  if (!producer) return context.refuse('not-found', 'no such producer of yours')
  const unmute = { do: 'unmute', source: producer.source } as const
  if (!paused && !context.permits(unmute, 'a moderator forbids it for now')) return
  context.answer()
  pauseProducer(draft, peer.id, id, paused, peer.id)
}

/** Pauses or resumes, and tells everybody but `unless`, who did it. */
export function pauseProducer(
  draft: RoomDraft,
  owner: PeerId,
  id: ProducerId,
  paused: boolean,
  unless: PeerId | null,
): void {
  const peer = draft.peer(owner)
  const producer = peer?.producers.find((own) => own.id === id)
  if (!peer || !producer || producer.paused === paused) return
  changeProducer(draft, peer, id, { paused })
  for (const node of [producer.node, ...nodesReachedBy(draft, id)]) {
    draft.tellNode(node, [{ op: 'set-producer-paused', producer: id, paused }])
  }
  if (producer.confirmed) {
    draft.tell({ except: unless }, { event: 'producer-changed', peer: owner, producer: id, paused })
  }
}

/** Stops sending (P3). Closing what is closed is no error. */
export function closeProducer(context: RequestContext, { producer: id }: PageParams<'close-producer'>): void {
  const { draft, peer } = context
  context.answer()
  endProducer(draft, peer.id, id, peer.id)
}

/** Ends a producer, and tells everybody but `unless`, who did it. */
export function endProducer(draft: RoomDraft, owner: PeerId, id: ProducerId, unless: PeerId | null): void {
  const peer = draft.peer(owner)
  const producer = peer?.producers.find((own) => own.id === id)
  if (!peer || !producer) return
  draft.changePeer(owner, { producers: peer.producers.filter((own) => own.id !== id) })
  draft.tellNode(producer.node, [{ op: 'close-producer', producer: id }])
  announceRemoval(draft, owner, producer, unless)
}

/** What a person sent to that node is gone; the transport there goes with it, or is gone already. */
export function endProducersAt(draft: RoomDraft, id: PeerId, node: NodeId): void {
  const producers = draft.peer(id)?.producers ?? []
  draft.changePeer(id, { producers: producers.filter((producer) => producer.node !== node) })
  for (const producer of producers) if (producer.node === node) announceRemoval(draft, id, producer, id)
}

/** All that a person sends is gone; its transport at the node goes with it, or is gone already. */
export function dropProducers(draft: RoomDraft, id: PeerId): void {
  const peer = draft.peer(id)
  if (!peer || peer.producers.length === 0) return
  draft.changePeer(id, { producers: [] })
  for (const producer of peer.producers) announceRemoval(draft, id, producer, id)
}

function announceRemoval(
  draft: RoomDraft,
  peer: PeerId,
  producer: ProducerState,
  unless: PeerId | null,
): void {
  if (!producer.confirmed) return
  draft.tell({ except: unless }, { event: 'producer-removed', peer, producer: producer.id })
}
