import type { NodeId, PeerId, PipeId, ProducerId } from '../../../protocol/ids.ts'
import type { NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PipedProducer, PipeState } from '../core/media-state.ts'
import type { PeerState } from '../core/peer-state.ts'
import { ownerOf, peersOn, transportId } from '../core/queries.ts'
import { consumeOp } from '../media/consume-op.ts'
import { consumerInfo } from '../media/consumer-info.ts'

/** How a producer comes through a pipe from the node of whoever sends it to people on another (X5). */

/** The end of a pipe that is not `node`. */
export const otherEnd = ({ ends: [one, other] }: PipeState, node: NodeId): NodeId =>
  one.node === node ? other.node : one.node

/** What others' producers come to somebody's node through pipes, or will, as it was told. */
export function pipedTo(draft: RoomDraft, { producers }: PeerState, node: NodeId): ProducerId[] {
  const own = new Set(producers.map((producer) => producer.id))
  return draft.head.pipes
    .flatMap(({ pipedProducers }) => pipedProducers)
    .filter((piped) => piped.to === node && isThere(piped) && !own.has(piped.producer))
    .map(({ producer }) => producer)
}

/** The nodes that a producer has come to through pipes, or that were told it will. */
export const nodesReachedBy = (draft: RoomDraft, producer: ProducerId): NodeId[] =>
  draft.head.pipes
    .flatMap(({ pipedProducers }) => pipedProducers)
    .filter((piped) => piped.producer === producer && isThere(piped))
    .map(({ to }) => to)

/** Whether the receiving node has it, or was told that it will. */
export const isThere = ({ at }: PipedProducer): boolean => at === 'arriving' || at === 'through'

/** Has a producer sent through an open pipe. */
export function pipeProducer(draft: RoomDraft, pipe: PipeState, producer: ProducerId, to: NodeId): void {
  changePipedProducers(draft, pipe.id, (pipedProducers) => [
    ...pipedProducers,
    { producer, to, at: 'leaving', paused: false },
  ])
  const pending = { to: 'piped-producer-sent', pipe: pipe.id, producer, node: to } as const
  draft.askNode(otherEnd(pipe, to), [{ op: 'pipe-consume', pipe: pipe.id, producer }], pending)
}

/** Nobody at that end wants it any more, or it is gone. */
export function unpipeProducer(draft: RoomDraft, pipe: PipeState, { producer, to }: PipedProducer): void {
  changePipedProducers(draft, pipe.id, (pipedProducers) =>
    pipedProducers.filter((each) => each.producer !== producer || each.to !== to),
  )
  draft.tellNode(otherEnd(pipe, to), [{ op: 'close-pipe-consumer', pipe: pipe.id, producer }])
  draft.tellNode(to, [{ op: 'close-producer', producer }])
}

/** The sending node has answered: the receiving one takes it, for all who are there. */
export function pipedProducerSent(
  draft: RoomDraft,
  id: PipeId,
  producer: ProducerId,
  node: NodeId,
  [sent]: readonly NodeOutcome[],
): void {
  if (!isUnderWay(draft, id, producer, node)) return
  if (sent?.outcome !== 'pipe-consumed')
    return changePipedProducer(draft, id, producer, node, { at: 'failed' })
  const { kind, rtpParameters } = sent
  // Muted or not as it is by now: what changes from here on is told to both ends.
  const owner = ownerOf(draft, producer)
  const paused = owner?.producers.find(({ id: own }) => own === producer)?.paused ?? sent.paused
  const ops: NodeOp[] = [
    { op: 'pipe-produce', pipe: id, producer, kind, rtpParameters, paused },
    ...peersOn(draft, node)
      .filter((peer) => peer.media === 'up' && peer.id !== owner?.id)
      .map((peer) => consumeOp(peer, producer)),
  ]
  changePipedProducer(draft, id, producer, node, { at: 'arriving' })
  draft.askNode(node, ops, { to: 'piped-producer-ready', pipe: id, producer, node })
}

/** The receiving node has answered: everybody there is told of what they receive now. */
export function pipedProducerReady(
  draft: RoomDraft,
  id: PipeId,
  producer: ProducerId,
  node: NodeId,
  [received, ...consumed]: readonly NodeOutcome[],
): void {
  if (!isUnderWay(draft, id, producer, node)) return
  if (received?.outcome !== 'done') return changePipedProducer(draft, id, producer, node, { at: 'failed' })
  changePipedProducer(draft, id, producer, node, { at: 'through' })
  tellConsumers(draft, peersOn(draft, node), consumed)
}

/** Tells people of what they receive from now on, of producers that they know of. */
function tellConsumers(
  draft: RoomDraft,
  people: readonly PeerState[],
  outcomes: readonly NodeOutcome[],
): void {
  const transports = new Map(people.map((peer) => [transportId(peer, 'receive'), peer.id]))
  for (const made of outcomes) {
    if (made.outcome !== 'consumed') continue
    const receiver = transports.get(made.transport)
    const owner = ownerOf(draft, made.producer)
    if (receiver === undefined || owner === undefined) continue
    const consumer = consumerInfo(draft, made, owner.id)
    if (consumer) draft.tell({ only: receiver }, { event: 'consumer-added', consumer })
  }
}

/** Gives somebody whose session has just begun what came to their node meanwhile. */
export function catchUp(draft: RoomDraft, peer: PeerState, given: readonly ProducerId[]): void {
  if (peer.node === null) return
  const missing = pipedTo(draft, peer, peer.node).filter((producer) => !given.includes(producer))
  if (missing.length === 0) return
  const ops = missing.map((producer) => consumeOp(peer, producer))
  draft.askNode(peer.node, ops, { to: 'catch-up', peer: peer.id, generation: peer.generation })
}

/** Their node has answered: they are told, unless their session is another by now. */
export function catchUpAnswered(
  draft: RoomDraft,
  id: PeerId,
  generation: number,
  outcomes: readonly NodeOutcome[],
): void {
  const peer = draft.peer(id)
  if (peer?.generation === generation) tellConsumers(draft, [peer], outcomes)
}

/** Has the sending node hold back a producer that is through, or send it again. */
export function setPipedProducerPaused(
  draft: RoomDraft,
  pipe: PipeState,
  { producer, to }: PipedProducer,
  paused: boolean,
): void {
  changePipedProducer(draft, pipe.id, producer, to, { paused })
  draft.tellNode(otherEnd(pipe, to), [
    { op: 'set-pipe-consumer-paused', pipe: pipe.id, producer, paused: paused },
  ])
}

const isUnderWay = (draft: RoomDraft, id: PipeId, producer: ProducerId, to: NodeId): boolean =>
  draft.head.pipes.some(
    (pipe) =>
      pipe.id === id && pipe.pipedProducers.some((piped) => piped.producer === producer && piped.to === to),
  )

function changePipedProducer(
  draft: RoomDraft,
  id: PipeId,
  producer: ProducerId,
  to: NodeId,
  change: Partial<PipedProducer>,
): void {
  changePipedProducers(draft, id, (pipedProducers) =>
    pipedProducers.map((piped) =>
      piped.producer === producer && piped.to === to ? { ...piped, ...change } : piped,
    ),
  )
}

function changePipedProducers(
  draft: RoomDraft,
  id: PipeId,
  change: (pipedProducers: readonly PipedProducer[]) => PipedProducer[],
): void {
  draft.changeHead({
    pipes: draft.head.pipes.map((pipe) =>
      pipe.id === id ? { ...pipe, pipedProducers: change(pipe.pipedProducers) } : pipe,
    ),
  })
}
