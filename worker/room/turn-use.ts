import { MAX_RELAYED_BITS_PER_SECOND } from '../../protocol/limits.ts'
import type { PageParams } from '../../protocol/page-requests.ts'
import { turnLevel } from '../turn/turn-level.ts'
import { wantIce } from './ice-servers.ts'
import type { RoomInput } from './inputs.ts'
import { tellNode } from './node-questions.ts'
import { facts } from './room-facts.ts'
import type { PeerState, TurnUseState } from './state.ts'
import { transportId } from './transport-ids.ts'
import { isCurrent } from './transports.ts'
import type { Turn } from './turn.ts'

/** Who goes through TURN servers, how much that is, and what of it may go on (M9 to M11). */

/** A page found its way, and whether it leads through a TURN server (M9). */
export function reportPath(
  turn: Turn,
  peer: PeerState,
  request: number,
  { generation, relayed }: PageParams<'report-path'>,
): void {
  if (!isCurrent(turn, peer, request, generation)) return
  turn.answer(peer.id, request)
  if (relayed === peer.relayed) return
  turn.changePeer(peer.id, { relayed })
  if (relayed) expectCount(turn, peer)
  tellPath(turn, { ...peer, relayed })
}

/** From now on that node may count something of this room. */
function expectCount(turn: Turn, { node }: PeerState): void {
  const { told } = turn.head.turn
  if (node === null || told.some((each) => each.node === node)) return
  changeUse(turn, { told: [...told, { node, count: null, bytes: 0, at: turn.now }] })
}

/** Has somebody's node count what is relayed, and let through no more than may go. */
function tellPath(turn: Turn, peer: PeerState): void {
  const carries = peer.relayed ? facts(turn.head).turn : null
  const ops = (['send', 'receive'] as const).map((direction) => ({
    op: 'set-relayed' as const,
    transport: transportId(peer, direction),
    carries,
  }))
  tellNode(turn, peer.node, ops)
}

/** A node has counted more. It tells a sum, and another under the next name where it begins anew. */
export function countRelayed(
  turn: Turn,
  { node, counted, budget }: Extract<RoomInput, { on: 'relayed' }>,
): void {
  const use = turn.head.turn
  const known = use.told.find((each) => each.node === node)
  if (!known) return
  const before = known.count === counted.count ? known.bytes : 0
  const more = Math.min(Math.max(0, counted.bytes - before), mostSince(turn, known))
  const told = use.told.map((each) => (each === known ? { node, ...counted, at: turn.now } : each))
  const bytes = use.bytes + more
  changeUse(turn, { bytes, told, room: turnLevel(bytes, budget) })
}

/** The most that a node may say since it was last heard: it may be a stranger's, and all rooms have one budget. */
function mostSince(turn: Turn, { node, at }: TurnUseState['told'][number]): number {
  const relayed = [...turn.peers.values()].filter((peer) => peer.relayed && peer.node === node).length
  const seconds = (turn.now - at) / 1_000
  return Math.ceil((Math.max(1, relayed) * seconds * MAX_RELAYED_BITS_PER_SECOND) / 8)
}

/** The directory says what the budget of all rooms lets through. An empty room learns it when somebody comes. */
export function turnAllowed(turn: Turn, { month, budget }: Extract<RoomInput, { on: 'turn-allowed' }>): void {
  const use = turn.head.turn
  const room = turnLevel(use.bytes, budget)
  if (turn.peers.size > 0 && (month !== use.month || room !== use.room)) changeUse(turn, { month, room })
}

/** Where that changes what may go, everybody is told, and the nodes of those whom it concerns. */
function changeUse(turn: Turn, change: Partial<TurnUseState>): void {
  const before = facts(turn.head).turn
  turn.changeHead({ turn: { ...turn.head.turn, ...change } })
  const room = facts(turn.head)
  if (room.turn === before) return
  turn.do({ do: 'log-turn', level: room.turn, bytes: turn.head.turn.bytes })
  turn.tell({ except: null }, { event: 'room-changed', room })
  for (const peer of turn.peers.values()) {
    if (peer.relayed) tellPath(turn, peer)
    // Those who came while nobody was given any.
    if (peer.media !== 'none') wantIce(turn, peer.id)
  }
}
