import type { NodeId, PeerId } from '../../../protocol/ids.ts'
import { MOVE_GRACE_MS, MOVE_SETTLE_MS } from '../../../protocol/limits.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import { NEW_ROOM } from '../../placement/placement-request.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState } from '../core/peer-state.ts'
import { nodesInUse, peersOn } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'
import type { Timer } from '../core/schedule.ts'
import type { RoomState } from '../core/state.ts'
import { closeFormerSession, openMedia } from '../media/media-session.ts'
import { endProducersAt } from '../media/producers.ts'
import { isOn, leftAlone } from './home.ts'

/**
 * How people come from a node that is about to go to another without a silence (X7): make before break. Everybody's new
 * session begins while the old one goes on; the old ones end together, once all have what they had.
 */

/** How long a room waits before it looks again for a node to move to. */
const RETRY_MS = 5_000

/** A node is about to go. Where its people go is decided by the pass at the end of the step. */
export function drainNode(draft: RoomDraft, node: NodeId): void {
  if (isDraining(draft, node) || !isOn(draft, node)) return
  draft.changeHead({ draining: [...draft.head.draining, { node, retry: null }] })
}

/** Asks the directory where to move, unless it was asked a moment ago. */
function seekDrainTarget(draft: RoomDraft): void {
  const { draining } = draft.head
  if (draining.every(({ retry }) => retry !== null && retry > draft.now)) return
  const avoid = [...draining, ...leftAlone(draft)].map((each) => each.node)
  draft.do({
    do: 'place',
    peer: null,
    wish: { measuredNodes: [], preferredNode: null, avoid, on: [], brings: NEW_ROOM },
  })
  retryAt(draft, draft.now + RETRY_MS)
}

function retryAt(draft: RoomDraft, retry: number | null): void {
  draft.changeHead({ draining: draft.head.draining.map((each) => ({ ...each, retry })) })
}

const isDraining = (draft: RoomDraft, node: NodeId): boolean =>
  draft.head.draining.some((each) => each.node === node)

/** Where people may move to: the room's own node, or another that carries somebody; null where all are about to go. */
function drainTarget(draft: RoomDraft): NodeId | null {
  const { placement } = draft.head
  const home = placement.at === 'node' ? [placement.node] : []
  return [...home, ...nodesInUse(draft)].find((node) => !isDraining(draft, node)) ?? null
}

/** Moves everybody whose node is about to go. A pass of every step: whoever comes there meanwhile is moved as well. */
export function migratePeers(draft: RoomDraft): void {
  if (draft.head.draining.length === 0) return
  draft.changeHead({ draining: draft.head.draining.filter(({ node }) => isOn(draft, node)) })
  if (draft.head.draining.length === 0) return
  const to = drainTarget(draft)
  if (to === null) return seekDrainTarget(draft)
  retryAt(draft, null)
  const { placement } = draft.head
  if (placement.at === 'node' && isDraining(draft, placement.node)) {
    draft.changeHead({ placement: { at: 'node', node: to } })
  }
  for (const { node } of draft.head.draining) {
    for (const peer of peersOn(draft, node)) if (peer.media === 'up') migrate(draft, peer, to)
  }
}

function migrate(draft: RoomDraft, peer: PeerState, to: NodeId): void {
  if (peer.node === null) return
  // Whoever is on the move already, and from there again, keeps nothing of the first.
  if (peer.migratingFrom) endMigratedSession(draft, peer.id, peer.migratingFrom.node)
  const migratingFrom = {
    node: peer.node,
    generation: peer.generation,
    until: draft.now + MOVE_GRACE_MS,
    ready: false,
  }
  const next = { generation: peer.generation + 1, media: 'none', node: null, viaTurn: false } as const
  draft.changePeer(peer.id, { migratingFrom, ...next })
  const moved = draft.peer(peer.id)
  if (moved) openMedia(draft, moved, to)
}

/** What somebody still had on a node that they have left is over: what they sent there, too. */
function endMigratedSession(draft: RoomDraft, peer: PeerId, node: NodeId): void {
  endProducersAt(draft, peer, node)
  closeFormerSession(draft, peer)
}

/** A page receives in its new session all that it received in the old one. */
export function finishMigration(
  context: RequestContext,
  { generation }: PageParams<'finish-migration'>,
): void {
  const { draft, peer } = context
  context.answer()
  if (peer.migratingFrom === null || generation !== peer.generation) return
  draft.changePeer(peer.id, { migratingFrom: { ...peer.migratingFrom, ready: true } })
  const { node } = peer.migratingFrom
  const leaving = peersLeaving(draft, node)
  if (!leaving.every((each) => each.migratingFrom?.ready)) return
  // The others have to have begun to receive what the last one sends anew.
  for (const { id, migratingFrom } of leaving) {
    if (migratingFrom)
      draft.changePeer(id, { migratingFrom: { ...migratingFrom, until: draft.now + MOVE_SETTLE_MS } })
  }
}

const peersLeaving = (draft: RoomDraft, node: NodeId): PeerState[] =>
  [...draft.peers.values()].filter(({ migratingFrom }) => migratingFrom?.node === node)

/** Ends the old sessions whose time has come. */
function tickMigrations(draft: RoomDraft): void {
  for (const { id, migratingFrom } of draft.peers.values()) {
    if (migratingFrom === null || migratingFrom.until > draft.now) continue
    endMigratedSession(draft, id, migratingFrom.node)
    draft.tell({ only: id }, { event: 'migration-ended' })
  }
}

/** When something of it is due (ms since the epoch). */
const migrationsDue = ({ head, peers }: RoomState): number[] => [
  ...[...peers.values()].flatMap(({ migratingFrom }) =>
    migratingFrom === null ? [] : [migratingFrom.until],
  ),
  ...head.draining.flatMap(({ retry }) => (retry === null ? [] : [retry])),
]

export const migrationTimer: Timer = { due: migrationsDue, tick: tickMigrations }
