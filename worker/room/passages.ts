import type { NodeId, PeerId, PipeId, ProducerId } from '../../protocol/ids.ts'
import type { NodeOp, NodeOutcome } from '../../protocol/node-requests.ts'
import { carriedBy } from './carriers.ts'
import { consumerOf } from './consumer-of.ts'
import { askNode, tellNode } from './node-questions.ts'
import { ownerOf } from './owner-of.ts'
import type { Passage, PeerState, PipeState } from './state.ts'
import { transportId } from './transport-ids.ts'
import type { Turn } from './turn.ts'

/** How a producer comes through a pipe from the node of whoever sends it to people on another (X5). */

/** The end of a pipe that is not `node`. */
export const otherEnd = ({ ends: [one, other] }: PipeState, node: NodeId): NodeId =>
  one.node === node ? other.node : one.node

/** What others' producers come to somebody's node through pipes, or will, as it was told. */
export function arrivalsFor(turn: Turn, { producers }: PeerState, node: NodeId): ProducerId[] {
  const own = new Set(producers.map((producer) => producer.id))
  return turn.head.pipes
    .flatMap(({ passages }) => passages)
    .filter((passage) => passage.to === node && isThere(passage) && !own.has(passage.producer))
    .map(({ producer }) => producer)
}

/** The nodes that a producer has come to through pipes, or that were told it will. */
export const nodesReachedBy = (turn: Turn, producer: ProducerId): NodeId[] =>
  turn.head.pipes
    .flatMap(({ passages }) => passages)
    .filter((passage) => passage.producer === producer && isThere(passage))
    .map(({ to }) => to)

/** Whether the receiving node has it, or was told that it will. */
export const isThere = ({ at }: Passage): boolean => at === 'arriving' || at === 'through'

/** Has a producer sent through an open pipe. */
export function beginPassage(turn: Turn, pipe: PipeState, producer: ProducerId, to: NodeId): void {
  changePassages(turn, pipe.id, (passages) => [...passages, { producer, to, at: 'leaving', rests: false }])
  const pending = { to: 'pass-on', pipe: pipe.id, producer, node: to } as const
  askNode(turn, otherEnd(pipe, to), [{ op: 'send-through', pipe: pipe.id, producer }], pending)
}

/** Nobody at that end wants it any more, or it is gone. */
export function endPassage(turn: Turn, pipe: PipeState, { producer, to }: Passage): void {
  changePassages(turn, pipe.id, (passages) =>
    passages.filter((each) => each.producer !== producer || each.to !== to),
  )
  tellNode(turn, otherEnd(pipe, to), [{ op: 'stop-sending-through', pipe: pipe.id, producer }])
  tellNode(turn, to, [{ op: 'close-producer', producer }])
}

/** The sending node has answered: the receiving one takes it, for all who are there. */
export function passOn(
  turn: Turn,
  id: PipeId,
  producer: ProducerId,
  node: NodeId,
  [sent]: readonly NodeOutcome[],
): void {
  if (!isUnderWay(turn, id, producer, node)) return
  if (sent?.outcome !== 'sent-through') return changePassage(turn, id, producer, node, { at: 'failed' })
  const { kind, rtpParameters } = sent
  // Muted or not as it is by now: what changes from here on is told to both ends.
  const owner = ownerOf(turn, producer)
  const paused = owner?.producers.find(({ id: own }) => own === producer)?.paused ?? sent.paused
  const ops: NodeOp[] = [
    { op: 'receive-through', pipe: id, producer, kind, rtpParameters, paused },
    ...carriedBy(turn, node)
      .filter((peer) => peer.media === 'up' && peer.id !== owner?.id)
      .map((peer) => ({ op: 'consume' as const, transport: transportId(peer, 'receive'), producer })),
  ]
  changePassage(turn, id, producer, node, { at: 'arriving' })
  askNode(turn, node, ops, { to: 'let-in', pipe: id, producer, node })
}

/** The receiving node has answered: everybody there is told of what they receive now. */
export function letIn(
  turn: Turn,
  id: PipeId,
  producer: ProducerId,
  node: NodeId,
  [received, ...consumed]: readonly NodeOutcome[],
): void {
  if (!isUnderWay(turn, id, producer, node)) return
  if (received?.outcome !== 'done') return changePassage(turn, id, producer, node, { at: 'failed' })
  changePassage(turn, id, producer, node, { at: 'through' })
  tellConsumers(turn, carriedBy(turn, node), consumed)
}

/** Tells people of what they receive from now on, of producers that they know of. */
function tellConsumers(turn: Turn, people: readonly PeerState[], outcomes: readonly NodeOutcome[]): void {
  const transports = new Map(people.map((peer) => [transportId(peer, 'receive'), peer.id]))
  for (const made of outcomes) {
    if (made.outcome !== 'consumed') continue
    const receiver = transports.get(made.transport)
    const owner = ownerOf(turn, made.producer)
    if (receiver === undefined || owner === undefined) continue
    const consumer = consumerOf(turn, made, owner.id)
    if (consumer) turn.tell({ only: receiver }, { event: 'consumer-added', consumer })
  }
}

/** Gives somebody whose session has just begun what came to their node meanwhile. */
export function catchUp(turn: Turn, peer: PeerState, given: readonly ProducerId[]): void {
  if (peer.node === null) return
  const missing = arrivalsFor(turn, peer, peer.node).filter((producer) => !given.includes(producer))
  if (missing.length === 0) return
  const transport = transportId(peer, 'receive')
  const ops = missing.map((producer) => ({ op: 'consume' as const, transport, producer }))
  askNode(turn, peer.node, ops, { to: 'catch-up', peer: peer.id, generation: peer.generation })
}

/** Their node has answered: they are told, unless their session is another by now. */
export function catchUpAnswered(
  turn: Turn,
  id: PeerId,
  generation: number,
  outcomes: readonly NodeOutcome[],
): void {
  const peer = turn.peer(id)
  if (peer?.generation === generation) tellConsumers(turn, [peer], outcomes)
}

/** Has the sending node hold back a producer that is through, or send it again. */
export function restPassage(turn: Turn, pipe: PipeState, { producer, to }: Passage, rests: boolean): void {
  changePassage(turn, pipe.id, producer, to, { rests })
  tellNode(turn, otherEnd(pipe, to), [{ op: 'rest-through', pipe: pipe.id, producer, rests }])
}

const isUnderWay = (turn: Turn, id: PipeId, producer: ProducerId, to: NodeId): boolean =>
  turn.head.pipes.some(
    (pipe) =>
      pipe.id === id && pipe.passages.some((passage) => passage.producer === producer && passage.to === to),
  )

function changePassage(
  turn: Turn,
  id: PipeId,
  producer: ProducerId,
  to: NodeId,
  change: Partial<Passage>,
): void {
  changePassages(turn, id, (passages) =>
    passages.map((passage) =>
      passage.producer === producer && passage.to === to ? { ...passage, ...change } : passage,
    ),
  )
}

function changePassages(turn: Turn, id: PipeId, change: (passages: readonly Passage[]) => Passage[]): void {
  turn.changeHead({
    pipes: turn.head.pipes.map((pipe) =>
      pipe.id === id ? { ...pipe, passages: change(pipe.passages) } : pipe,
    ),
  })
}
