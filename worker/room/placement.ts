import type { NodeId, PeerId } from '../../protocol/ids.ts'
import { NEW_ROOM } from '../placement/placement-request.ts'
import { STAY_MS } from '../placement/thresholds.ts'
import { carriedBy, carriers } from './carriers.ts'
import type { PlacementWish } from './effects.ts'
import { openMedia, renewGeneration } from './media-session.ts'
import { losePipes } from './pipes.ts'
import { endProducersAt } from './producers.ts'
import type { PeerState, RoomHead } from './state.ts'
import type { Turn } from './turn.ts'
import { welcome } from './welcome.ts'

/**
 * How long a node that does not serve is left alone; and how long a room without a node waits before it asks again,
 * should the directory's word not reach it.
 */
const RETRY_MS = 15_000

/** Asks the directory for a node that carries the room from now on. */
export function seekNode(turn: Turn): void {
  turn.changeHead({ placement: { at: 'seeking' } })
  const [first] = wantingMedia(turn)
  turn.do({ do: 'place', peer: null, wish: { ...wishOf(turn, first), wished: first?.wished ?? null } })
}

/** The nodes that did not serve lately. */
export const leftAlone = (turn: Turn): RoomHead['avoided'] =>
  turn.head.avoided.filter(({ until }) => until > turn.now)

const wishOf = (turn: Turn, peer: PeerState | undefined): PlacementWish => ({
  measured: peer?.measured ?? [],
  wished: null,
  avoid: leftAlone(turn).map(({ node }) => node),
  on: carriers(turn),
  brings: NEW_ROOM,
})

/**
 * Opens a person's media: on the room's own node, unless the page has found another that is clearly nearer. Which nodes
 * are the room's no page is told beforehand: where it measured others only, the directory weighs by where they are.
 */
export function seatAt(turn: Turn, peer: PeerState, home: NodeId): void {
  const { measured } = peer
  const homeMs = measured.find(({ node }) => node === home)?.roundTripMs
  const mayBeNearer = measured.some(
    ({ node, roundTripMs }) => node !== home && (homeMs === undefined || roundTripMs + STAY_MS < homeMs),
  )
  if (mayBeNearer) turn.do({ do: 'place', peer: peer.id, wish: wishOf(turn, peer) })
  else openMedia(turn, peer, home)
}

/** The directory has answered: for one person; or for the room, and everybody's media opens there; or there is no node. */
export function placed(turn: Turn, id: PeerId | null, node: NodeId | null): void {
  if (id !== null) return placedPerson(turn, id, node)
  if (turn.head.placement.at === 'node' && node !== null) return becomeRefuge(turn, node)
  if (turn.head.placement.at !== 'seeking') return
  if (node === null) return wait(turn)
  if (turn.peers.size === 0) return turn.changeHead({ placement: { at: 'nowhere' } })
  turn.changeHead({ placement: { at: 'node', node } })
  seatAll(turn)
}

/** A room whose nodes are about to go has asked where to move. */
function becomeRefuge(turn: Turn, node: NodeId): void {
  const { placement, draining } = turn.head
  const isDraining = (one: NodeId): boolean => draining.some((each) => each.node === one)
  if (placement.at !== 'node' || !isDraining(placement.node) || isDraining(node)) return
  turn.changeHead({ placement: { at: 'node', node } })
}

function placedPerson(turn: Turn, id: PeerId, node: NodeId | null): void {
  const peer = turn.peer(id)
  const { placement } = turn.head
  // Where the room has lost its node meanwhile, they come with everybody else.
  if (peer?.media !== 'none' || placement.at !== 'node') return
  openMedia(turn, peer, node ?? placement.node)
}

const wantingMedia = (turn: Turn): PeerState[] =>
  [...turn.peers.values()].filter((peer) => peer.rtpCapabilities !== null && peer.media === 'none')

/** Without a node the room goes on (F1): who joins is welcomed without media. */
function wait(turn: Turn): void {
  turn.changeHead({ placement: { at: 'waiting', retry: turn.now + RETRY_MS } })
  for (const peer of wantingMedia(turn)) welcome(turn, peer, null)
}

/** What the room had on `node` is gone (F2): everybody is told at once, and whom it carried is carried elsewhere. */
export function loseMedia(turn: Turn, node: NodeId): void {
  if (!isOn(turn, node)) return
  forget(turn, node)
  // Not elsewhere at any price: where only a mediasoup worker died, the same node may well go on.
  if (!moveHome(turn)) seekNode(turn)
}

/** As `loseMedia`, for a node that does not serve (F3): until it is asked again, others are, each of them once. */
export function avoidNode(turn: Turn, node: NodeId): void {
  if (!isOn(turn, node)) return
  const others = leftAlone(turn).filter((each) => each.node !== node)
  turn.changeHead({ avoided: [...others, { node, until: turn.now + RETRY_MS }] })
  forget(turn, node)
  turn.do({ do: 'release', node })
  if (!moveHome(turn)) seekNode(turn)
}

/** Whether the node carries somebody of the room, or is where newcomers are sent. */
export function isOn(turn: Turn, node: NodeId): boolean {
  const { placement } = turn.head
  return (placement.at === 'node' && placement.node === node) || carriers(turn).includes(node)
}

/** Another node that carries the room takes over at once: no directory is asked. False where there is none. */
function moveHome(turn: Turn): boolean {
  const { placement } = turn.head
  const [busiest] = carriers(turn)
  const home = placement.at === 'node' ? placement.node : busiest
  if (home === undefined) return false
  turn.changeHead({ placement: { at: 'node', node: home } })
  seatAll(turn)
  return true
}

/** Opens the media of everybody who should have some and has none, as after a restart of the edge. */
export function seatAll(turn: Turn): void {
  const { placement } = turn.head
  if (placement.at !== 'node') return
  for (const peer of wantingMedia(turn)) openMedia(turn, peer, placement.node)
}

/** Nothing is left on `node`, and nothing there can be told. */
function forget(turn: Turn, node: NodeId): void {
  const { placement } = turn.head
  if (placement.at === 'node' && placement.node === node) turn.changeHead({ placement: { at: 'nowhere' } })
  const lost = carriedBy(turn, node).map(({ id }) => id)
  const known = lost.filter((id) => turn.peer(id)?.announced)
  if (known.length > 0) turn.tell({ except: null }, { event: 'media-lost', peers: known })
  for (const { id, former } of turn.peers.values()) {
    if (former?.node !== node) continue
    // What they sent anew goes on.
    endProducersAt(turn, id, node)
    turn.changePeer(id, { former: null })
  }
  for (const id of lost) {
    // The event above says it of all producers at once.
    turn.changePeer(id, { producers: [], node: null })
    renewGeneration(turn, id)
  }
  losePipes(turn, node)
}

/**
 * Frees the nodes that carried somebody before this step and carry nobody now, and lets newcomers come where people are.
 * Run at the end of every step.
 */
export function freeNodes(turn: Turn, before: readonly NodeId[]): void {
  const now = carriers(turn)
  for (const node of before) if (!now.includes(node)) turn.do({ do: 'release', node })
  const { placement, draining } = turn.head
  // Not back to one that is about to go, from where everybody moves as soon as they are there.
  const [busiest] = now.filter((node) => !draining.some((each) => each.node === node))
  if (placement.at === 'node' && busiest !== undefined && !now.includes(placement.node)) {
    turn.changeHead({ placement: { at: 'node', node: busiest } })
  }
}
