import { MAX_TURN_BITS_PER_SECOND } from '../../../protocol/limits.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import { turnLevel } from '../../turn/turn-level.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import type { TurnUsageState } from '../core/media-state.ts'
import type { PeerState } from '../core/peer-state.ts'
import { settingsOf, transportId } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'
import { wantIce } from '../media/ice-servers.ts'
import { isCurrent } from '../media/transports.ts'

/** Who goes through TURN servers, how much that is, and what of it may go on (M9 to M11). */

/** A page found its way, and whether it leads through a TURN server (M9). */
export function reportPath(
  context: RequestContext,
  { generation, viaTurn }: PageParams<'report-path'>,
): void {
  const { draft, peer } = context
  if (!isCurrent(context, generation)) return
  context.answer()
  if (viaTurn === peer.viaTurn) return
  draft.changePeer(peer.id, { viaTurn })
  if (viaTurn) expectCount(draft, peer)
  tellPath(draft, { ...peer, viaTurn })
}

/** From now on that node may count something of this room. */
function expectCount(draft: RoomDraft, { node }: PeerState): void {
  const { told } = draft.head.turnUsage
  if (node === null || told.some((each) => each.node === node)) return
  changeUsage(draft, { told: [...told, { node, count: null, bytes: 0, at: draft.now }] })
}

/** Has somebody's node count what is relayed, and let through no more than may go. */
function tellPath(draft: RoomDraft, peer: PeerState): void {
  const turnLevel = peer.viaTurn ? settingsOf(draft.head).turnLevel : null
  const ops = (['send', 'receive'] as const).map((direction) => ({
    op: 'set-turn-level' as const,
    transport: transportId(peer, direction),
    turnLevel,
  }))
  draft.tellNode(peer.node, ops)
}

/** A node has counted more. It tells a sum, and another under the next name where it begins anew. */
export function countTurnBytes(draft: RoomDraft, { node, counted, budget }: InputOf<'turn-counted'>): void {
  const use = draft.head.turnUsage
  const known = use.told.find((each) => each.node === node)
  if (!known) return
  const before = known.count === counted.count ? known.bytes : 0
  const more = Math.min(Math.max(0, counted.bytes - before), mostSince(draft, known))
  const told = use.told.map((each) => (each === known ? { node, ...counted, at: draft.now } : each))
  const bytes = use.bytes + more
  changeUsage(draft, { bytes, told, room: turnLevel(bytes, budget) })
}

/** The most that a node may say since it was last heard: it may be a stranger's, and all rooms have one budget. */
function mostSince(draft: RoomDraft, { node, at }: TurnUsageState['told'][number]): number {
  const peersViaTurn = [...draft.peers.values()].filter((peer) => peer.viaTurn && peer.node === node).length
  const seconds = (draft.now - at) / 1_000
  return Math.ceil((Math.max(1, peersViaTurn) * seconds * MAX_TURN_BITS_PER_SECOND) / 8)
}

/** The directory says what the budget of all rooms lets through. An empty room learns it when somebody comes. */
export function turnLevelSet(draft: RoomDraft, { month, budget }: InputOf<'turn-level-set'>): void {
  const use = draft.head.turnUsage
  const room = turnLevel(use.bytes, budget)
  if (draft.peers.size > 0 && (month !== use.month || room !== use.room)) changeUsage(draft, { month, room })
}

/** Where that changes what may go, everybody is told, and the nodes of those whom it concerns. */
function changeUsage(draft: RoomDraft, change: Partial<TurnUsageState>): void {
  const before = settingsOf(draft.head).turnLevel
  draft.changeHead({ turnUsage: { ...draft.head.turnUsage, ...change } })
  const room = settingsOf(draft.head)
  if (room.turnLevel === before) return
  draft.do({ do: 'log-turn-level', level: room.turnLevel, bytes: draft.head.turnUsage.bytes })
  draft.tell({ except: null }, { event: 'room-settings-changed', room })
  for (const peer of draft.peers.values()) {
    if (peer.viaTurn) tellPath(draft, peer)
    // Those who came while nobody was given any.
    if (peer.media !== 'none') wantIce(draft, peer.id)
  }
}
