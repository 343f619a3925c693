import type { NodeId, PeerId } from '../../../protocol/ids.ts'
import { NEW_ROOM } from '../../placement/placement-request.ts'
import { STAY_MS } from '../../placement/thresholds.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PlacementWish } from '../core/effects.ts'
import type { InputOf } from '../core/inputs.ts'
import type { PeerState } from '../core/peer-state.ts'
import { nodesInUse } from '../core/queries.ts'
import type { Timer } from '../core/schedule.ts'
import type { RoomHead, RoomState } from '../core/state.ts'
import { openMedia } from '../media/media-session.ts'
import { welcome } from '../membership/welcome.ts'
import { noteLender } from './lenders.ts'

/**
 * How long a node that does not serve is left alone; and how long a room without a node waits before it asks again,
 * should the directory's word not reach it.
 */
export const RETRY_MS = 15_000

/** Asks the directory for a node that carries the room from now on. */
export function seekNode(draft: RoomDraft): void {
  draft.changeHead({ placement: { at: 'seeking' } })
  const [first] = wantingMedia(draft)
  draft.do({
    do: 'place',
    peer: null,
    wish: { ...wishOf(draft, first), preferredNode: first?.preferredNode ?? null },
  })
}

/** There is a node for a room that waits for one. */
export function nodeAvailable(draft: RoomDraft): void {
  if (draft.head.placement.at === 'waiting') seekNode(draft)
}

/** The nodes that did not serve lately. */
export const leftAlone = (draft: RoomDraft): RoomHead['avoided'] =>
  draft.head.avoided.filter(({ until }) => until > draft.now)

const wishOf = (draft: RoomDraft, peer: PeerState | undefined): PlacementWish => ({
  measuredNodes: peer?.measuredNodes ?? [],
  preferredNode: null,
  avoid: leftAlone(draft).map(({ node }) => node),
  on: nodesInUse(draft),
  brings: NEW_ROOM,
})

/**
 * Opens a person's media: on the room's own node, unless the page has found another that is clearly nearer. Which nodes
 * are the room's no page is told beforehand: where it measured others only, the directory weighs by where they are.
 */
function placePeer(draft: RoomDraft, peer: PeerState, home: NodeId): void {
  const { measuredNodes } = peer
  const homeMs = measuredNodes.find(({ node }) => node === home)?.roundTripMs
  const mayBeNearer = measuredNodes.some(
    ({ node, roundTripMs }) => node !== home && (homeMs === undefined || roundTripMs + STAY_MS < homeMs),
  )
  if (mayBeNearer) draft.do({ do: 'place', peer: peer.id, wish: wishOf(draft, peer) })
  else openMedia(draft, peer, home)
}

/** Welcomes a joining person as soon as it is known whether, and by which node, its media is carried. */
export function placeJoining(draft: RoomDraft, peer: PeerState): void {
  if (!peer.rtpCapabilities) return welcome(draft, peer, null)
  // Who resumes is carried already: not every node of the room is the one that newcomers are sent to.
  if (peer.node !== null) return openMedia(draft, peer, peer.node)
  switch (draft.head.placement.at) {
    case 'nowhere':
      return seekNode(draft)
    case 'seeking':
      return undefined
    case 'waiting':
      return welcome(draft, peer, null)
    case 'node':
      return placePeer(draft, peer, draft.head.placement.node)
    default:
      return draft.head.placement satisfies never
  }
}

/** The directory has answered: for one person; or for the room, and everybody's media opens there; or there is no node. */
export function placed(draft: RoomDraft, { peer: id, node, lender }: InputOf<'placed'>): void {
  noteLender(draft, node, lender)
  if (id !== null) return placedPeer(draft, id, node)
  if (draft.head.placement.at === 'node' && node !== null) return becomeDrainTarget(draft, node)
  if (draft.head.placement.at !== 'seeking') return
  if (node === null) return goWithoutNode(draft)
  if (draft.peers.size === 0) return draft.changeHead({ placement: { at: 'nowhere' } })
  draft.changeHead({ placement: { at: 'node', node } })
  placeAllPeers(draft)
}

/** A room whose nodes are about to go has asked where to move. */
function becomeDrainTarget(draft: RoomDraft, node: NodeId): void {
  const { placement, draining } = draft.head
  const isDraining = (one: NodeId): boolean => draining.some((each) => each.node === one)
  if (placement.at !== 'node' || !isDraining(placement.node) || isDraining(node)) return
  draft.changeHead({ placement: { at: 'node', node } })
}

function placedPeer(draft: RoomDraft, id: PeerId, node: NodeId | null): void {
  const peer = draft.peer(id)
  const { placement } = draft.head
  // Where the room has lost its node meanwhile, they come with everybody else.
  if (peer?.media !== 'none' || placement.at !== 'node') return
  openMedia(draft, peer, node ?? placement.node)
}

const wantingMedia = (draft: RoomDraft): PeerState[] =>
  [...draft.peers.values()].filter((peer) => peer.rtpCapabilities !== null && peer.media === 'none')

/** Without a node the room goes on (F1): who joins is welcomed without media. */
function goWithoutNode(draft: RoomDraft): void {
  draft.changeHead({ placement: { at: 'waiting', retry: draft.now + RETRY_MS } })
  for (const peer of wantingMedia(draft)) welcome(draft, peer, null)
}

/** Whether the node carries somebody of the room, or is where newcomers are sent. */
export function isOn(draft: RoomDraft, node: NodeId): boolean {
  const { placement } = draft.head
  return (placement.at === 'node' && placement.node === node) || nodesInUse(draft).includes(node)
}

/** Opens the media of everybody who should have some and has none, as after a restart of the edge. */
export function placeAllPeers(draft: RoomDraft): void {
  const { placement } = draft.head
  if (placement.at !== 'node') return
  for (const peer of wantingMedia(draft)) openMedia(draft, peer, placement.node)
}

/**
 * Frees the nodes that carried somebody before this step and carry nobody now, and lets newcomers come where people are.
 * A pass of every step.
 */
export function freeNodes(draft: RoomDraft, before: RoomState): void {
  const now = nodesInUse(draft)
  for (const node of nodesInUse(before)) if (!now.includes(node)) draft.do({ do: 'release-node', node })
  const { placement, draining } = draft.head
  // Not back to one that is about to go, from where everybody moves as soon as they are there.
  const [busiest] = now.filter((node) => !draining.some((each) => each.node === node))
  if (placement.at === 'node' && busiest !== undefined && !now.includes(placement.node)) {
    draft.changeHead({ placement: { at: 'node', node: busiest } })
  }
}

/** A room that waits for a node asks again after a while, should the directory's word not reach it. */
export const homeTimer: Timer = {
  due: ({ head: { placement }, peers }) =>
    placement.at === 'waiting' && peers.size > 0 ? [placement.retry] : [],
  tick: (draft) => {
    const { placement } = draft.head
    if (placement.at === 'waiting' && placement.retry <= draft.now && draft.peers.size > 0) seekNode(draft)
  },
}
