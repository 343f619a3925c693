import type { NodeId, PeerId } from '../../../protocol/ids.ts'
import { NEW_ROOM } from '../../placement/placement-request.ts'
import { STAY_MS } from '../../placement/thresholds.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PlacementWish } from '../core/effects.ts'
import { nodesInUse, peersOn } from '../core/queries.ts'
import type { PeerState, RoomHead } from '../core/state.ts'
import { openMedia, renewGeneration } from '../media/media-session.ts'
import { endProducersAt } from '../media/producers.ts'
import { welcome } from '../membership/welcome.ts'
import { losePipes } from '../pipes/pipes.ts'

/**
 * How long a node that does not serve is left alone; and how long a room without a node waits before it asks again,
 * should the directory's word not reach it.
 */
const RETRY_MS = 15_000

/** Asks the directory for a node that carries the room from now on. */
export function seekNode(draft: RoomDraft): void {
  draft.changeHead({ placement: { at: 'seeking' } })
  const [first] = wantingMedia(draft)
  draft.do({ do: 'place', peer: null, wish: { ...wishOf(draft, first), wished: first?.wished ?? null } })
}

/** The nodes that did not serve lately. */
export const leftAlone = (draft: RoomDraft): RoomHead['avoided'] =>
  draft.head.avoided.filter(({ until }) => until > draft.now)

const wishOf = (draft: RoomDraft, peer: PeerState | undefined): PlacementWish => ({
  measured: peer?.measured ?? [],
  wished: null,
  avoid: leftAlone(draft).map(({ node }) => node),
  on: nodesInUse(draft),
  brings: NEW_ROOM,
})

/**
 * Opens a person's media: on the room's own node, unless the page has found another that is clearly nearer. Which nodes
 * are the room's no page is told beforehand: where it measured others only, the directory weighs by where they are.
 */
export function placePeer(draft: RoomDraft, peer: PeerState, home: NodeId): void {
  const { measured } = peer
  const homeMs = measured.find(({ node }) => node === home)?.roundTripMs
  const mayBeNearer = measured.some(
    ({ node, roundTripMs }) => node !== home && (homeMs === undefined || roundTripMs + STAY_MS < homeMs),
  )
  if (mayBeNearer) draft.do({ do: 'place', peer: peer.id, wish: wishOf(draft, peer) })
  else openMedia(draft, peer, home)
}

/** The directory has answered: for one person; or for the room, and everybody's media opens there; or there is no node. */
export function placed(draft: RoomDraft, id: PeerId | null, node: NodeId | null): void {
  if (id !== null) return placedPeer(draft, id, node)
  if (draft.head.placement.at === 'node' && node !== null) return becomeDrainTarget(draft, node)
  if (draft.head.placement.at !== 'seeking') return
  if (node === null) return wait(draft)
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
function wait(draft: RoomDraft): void {
  draft.changeHead({ placement: { at: 'waiting', retry: draft.now + RETRY_MS } })
  for (const peer of wantingMedia(draft)) welcome(draft, peer, null)
}

/** What the room had on `node` is gone (F2): everybody is told at once, and whom it carried is carried elsewhere. */
export function nodeLost(draft: RoomDraft, node: NodeId): void {
  if (!isOn(draft, node)) return
  forget(draft, node)
  // Not elsewhere at any price: where only a mediasoup worker died, the same node may well go on.
  if (!moveHome(draft)) seekNode(draft)
}

/** As `nodeLost`, for a node that does not serve (F3): until it is asked again, others are, each of them once. */
export function avoidNode(draft: RoomDraft, node: NodeId): void {
  if (!isOn(draft, node)) return
  const others = leftAlone(draft).filter((each) => each.node !== node)
  draft.changeHead({ avoided: [...others, { node, until: draft.now + RETRY_MS }] })
  forget(draft, node)
  draft.do({ do: 'release-node', node })
  if (!moveHome(draft)) seekNode(draft)
}

/** Whether the node carries somebody of the room, or is where newcomers are sent. */
export function isOn(draft: RoomDraft, node: NodeId): boolean {
  const { placement } = draft.head
  return (placement.at === 'node' && placement.node === node) || nodesInUse(draft).includes(node)
}

/** Another node that carries the room takes over at once: no directory is asked. False where there is none. */
function moveHome(draft: RoomDraft): boolean {
  const { placement } = draft.head
  const [busiest] = nodesInUse(draft)
  const home = placement.at === 'node' ? placement.node : busiest
  if (home === undefined) return false
  draft.changeHead({ placement: { at: 'node', node: home } })
  placeAllPeers(draft)
  return true
}

/** Opens the media of everybody who should have some and has none, as after a restart of the edge. */
export function placeAllPeers(draft: RoomDraft): void {
  const { placement } = draft.head
  if (placement.at !== 'node') return
  for (const peer of wantingMedia(draft)) openMedia(draft, peer, placement.node)
}

/** Nothing is left on `node`, and nothing there can be told. */
function forget(draft: RoomDraft, node: NodeId): void {
  const { placement } = draft.head
  if (placement.at === 'node' && placement.node === node) draft.changeHead({ placement: { at: 'nowhere' } })
  const lost = peersOn(draft, node).map(({ id }) => id)
  const known = lost.filter((id) => draft.peer(id)?.announced)
  if (known.length > 0) draft.tell({ except: null }, { event: 'media-lost', peers: known })
  for (const { id, former } of draft.peers.values()) {
    if (former?.node !== node) continue
    // What they sent anew goes on.
    endProducersAt(draft, id, node)
    draft.changePeer(id, { former: null })
  }
  for (const id of lost) {
    // The event above says it of all producers at once.
    draft.changePeer(id, { producers: [], node: null })
    renewGeneration(draft, id)
  }
  losePipes(draft, node)
}

/**
 * Frees the nodes that carried somebody before this step and carry nobody now, and lets newcomers come where people are.
 * Run at the end of every step.
 */
export function freeNodes(draft: RoomDraft, before: readonly NodeId[]): void {
  const now = nodesInUse(draft)
  for (const node of before) if (!now.includes(node)) draft.do({ do: 'release-node', node })
  const { placement, draining } = draft.head
  // Not back to one that is about to go, from where everybody moves as soon as they are there.
  const [busiest] = now.filter((node) => !draining.some((each) => each.node === node))
  if (placement.at === 'node' && busiest !== undefined && !now.includes(placement.node)) {
    draft.changeHead({ placement: { at: 'node', node: busiest } })
  }
}
