import type { NodeId } from '../../protocol/ids.ts'
import { openMedia, renewGeneration } from './media-session.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'
import { welcome } from './welcome.ts'

/** How long a room without a node waits before it asks again, should the directory's word not reach it. */
const RETRY_MS = 15_000

/** Asks the directory for a node. */
export function seekNode(turn: Turn): void {
  turn.changeHead({ placement: { at: 'seeking' } })
  turn.do({ do: 'place' })
}

/** The directory has answered: everybody's media opens on that node; or there is none, and nobody is kept waiting. */
export function placed(turn: Turn, node: NodeId | null): void {
  if (turn.head.placement.at !== 'seeking') return
  if (node === null) return wait(turn)
  if (turn.peers.size === 0) return turn.changeHead({ placement: { at: 'nowhere' } })
  turn.changeHead({ placement: { at: 'node', node } })
  for (const peer of wantingMedia(turn)) openMedia(turn, peer)
}

const wantingMedia = (turn: Turn): PeerState[] =>
  [...turn.peers.values()].filter((peer) => peer.rtpCapabilities !== null && peer.media === 'none')

/** Without a node the room goes on (F1): who joins is welcomed without media. */
function wait(turn: Turn): void {
  turn.changeHead({ placement: { at: 'waiting', retry: turn.now + RETRY_MS } })
  for (const peer of turn.peers.values()) welcome(turn, peer, null)
}

/** What the room had on `node` is gone (F2): everybody is told at once, and another place is sought. */
export function loseMedia(turn: Turn, node: NodeId): void {
  if (!forget(turn, node)) return
  seekNode(turn)
}

/** As `loseMedia`, for a node that answers but does not serve: it is given time before it is asked again. */
export function avoidNode(turn: Turn, node: NodeId): void {
  if (!forget(turn, node)) return
  turn.do({ do: 'release', node })
  wait(turn)
}

/** Whether the room was on `node`; then it no longer is. */
function forget(turn: Turn, node: NodeId): boolean {
  const { placement } = turn.head
  if (placement.at !== 'node' || placement.node !== node) return false
  turn.changeHead({ placement: { at: 'nowhere' } })
  turn.tell({ except: null }, { event: 'media-lost' })
  for (const peer of turn.peers.values()) {
    // The event above says it of all producers at once.
    turn.changePeer(peer.id, { producers: [] })
    renewGeneration(turn, peer.id)
  }
  return true
}
