import type { NodeId, PeerId } from '../../protocol/ids.ts'
import { MOVE_GRACE_MS, MOVE_SETTLE_MS } from '../../protocol/limits.ts'
import type { PageParams } from '../../protocol/page-requests.ts'
import { NEW_ROOM } from '../placement/placement-request.ts'
import { carriedBy, carriers } from './carriers.ts'
import { closeFormer, openMedia } from './media-session.ts'
import { isOn, leftAlone } from './placement.ts'
import { endProducersAt } from './producers.ts'
import type { PeerState, RoomState } from './state.ts'
import type { Turn } from './turn.ts'

/**
 * How people come from a node that is about to go to another without a silence (X7): make before break. Everybody's new
 * session begins while the old one goes on; the old ones end together, once all have what they had.
 */

/** How long a room waits before it looks again for a node to move to. */
const RETRY_MS = 5_000

/** A node is about to go. Where to, is decided at the end of the step. */
export function drainNode(turn: Turn, node: NodeId): void {
  if (isDraining(turn, node) || !isOn(turn, node)) return
  turn.changeHead({ draining: [...turn.head.draining, { node, retry: null }] })
}

/** Asks the directory where to move, unless it was asked a moment ago. */
function seekRefuge(turn: Turn): void {
  const { draining } = turn.head
  if (draining.every(({ retry }) => retry !== null && retry > turn.now)) return
  const avoid = [...draining, ...leftAlone(turn)].map((each) => each.node)
  turn.do({ do: 'place', peer: null, wish: { measured: [], wished: null, avoid, on: [], brings: NEW_ROOM } })
  retryAt(turn, turn.now + RETRY_MS)
}

function retryAt(turn: Turn, retry: number | null): void {
  turn.changeHead({ draining: turn.head.draining.map((each) => ({ ...each, retry })) })
}

const isDraining = (turn: Turn, node: NodeId): boolean =>
  turn.head.draining.some((each) => each.node === node)

/** Where people may move to: the room's own node, or another that carries somebody; null where all are about to go. */
function refuge(turn: Turn): NodeId | null {
  const { placement } = turn.head
  const home = placement.at === 'node' ? [placement.node] : []
  return [...home, ...carriers(turn)].find((node) => !isDraining(turn, node)) ?? null
}

/** Lets everybody move whose node is about to go. Run at the end of every step: whoever comes there meanwhile moves as well. */
export function movePeople(turn: Turn): void {
  if (turn.head.draining.length === 0) return
  turn.changeHead({ draining: turn.head.draining.filter(({ node }) => isOn(turn, node)) })
  if (turn.head.draining.length === 0) return
  const to = refuge(turn)
  if (to === null) return seekRefuge(turn)
  retryAt(turn, null)
  const { placement } = turn.head
  if (placement.at === 'node' && isDraining(turn, placement.node)) {
    turn.changeHead({ placement: { at: 'node', node: to } })
  }
  for (const { node } of turn.head.draining) {
    for (const peer of carriedBy(turn, node)) if (peer.media === 'up') move(turn, peer, to)
  }
}

function move(turn: Turn, peer: PeerState, to: NodeId): void {
  if (peer.node === null) return
  // Whoever is on the move already, and from there again, keeps nothing of the first.
  if (peer.former) endFormer(turn, peer.id, peer.former.node)
  const former = {
    node: peer.node,
    generation: peer.generation,
    until: turn.now + MOVE_GRACE_MS,
    ready: false,
  }
  const next = { generation: peer.generation + 1, media: 'none', node: null, relayed: false } as const
  turn.changePeer(peer.id, { former, ...next })
  const moved = turn.peer(peer.id)
  if (moved) openMedia(turn, moved, to)
}

/** What somebody still had on a node that they have left is over: what they sent there, too. */
function endFormer(turn: Turn, peer: PeerId, node: NodeId): void {
  endProducersAt(turn, peer, node)
  closeFormer(turn, peer)
}

/** A page receives in its new session all that it received in the old one. */
export function finishMove(
  turn: Turn,
  peer: PeerState,
  request: number,
  { generation }: PageParams<'finish-move'>,
): void {
  turn.answer(peer.id, request)
  if (peer.former === null || generation !== peer.generation) return
  turn.changePeer(peer.id, { former: { ...peer.former, ready: true } })
  const { node } = peer.former
  const leaving = leaversOf(turn, node)
  if (!leaving.every((each) => each.former?.ready)) return
  // The others have to have begun to receive what the last one sends anew.
  for (const { id, former } of leaving) {
    if (former) turn.changePeer(id, { former: { ...former, until: turn.now + MOVE_SETTLE_MS } })
  }
}

const leaversOf = (turn: Turn, node: NodeId): PeerState[] =>
  [...turn.peers.values()].filter(({ former }) => former?.node === node)

/** Ends the old sessions whose time has come. */
export function tickMoves(turn: Turn): void {
  for (const { id, former } of turn.peers.values()) {
    if (former === null || former.until > turn.now) continue
    endFormer(turn, id, former.node)
    turn.tell({ only: id }, { event: 'move-ended' })
  }
}

/** When something of it is due (ms since the epoch). */
export const movesDue = ({ head, peers }: RoomState): number[] => [
  ...[...peers.values()].flatMap(({ former }) => (former === null ? [] : [former.until])),
  ...head.draining.flatMap(({ retry }) => (retry === null ? [] : [retry])),
]
