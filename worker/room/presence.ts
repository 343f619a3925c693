import type { PeerId } from '../../protocol/ids.ts'
import { RelayKind, rulesOf } from '../../protocol/relay-kinds.ts'
import { rememberGone } from './coming-back.ts'
import { cutOffDue } from './cut-off.ts'
import { emptyDue, leaveDoor, tickDoor } from './door.ts'
import { graceUntil, vanishedUntil } from './grace.ts'
import { iceDue, revokeIce, tickIce, wakeIce } from './ice-servers.ts'
import type { RoomInput } from './inputs.ts'
import { wakeKeeping } from './keeping.ts'
import { showLobby, tickLobby, waitingCut } from './lobby.ts'
import { closeFormer, closeTransports, openMedia, renewGeneration } from './media-session.ts'
import { movesDue, tickMoves } from './moves.ts'
import { pipesDue, tickPipes, wakePipes } from './pipes.ts'
import { seatAll, seekNode } from './placement.ts'
import { dropProducers } from './producers.ts'
import { emptyRoom, type PeerState, type RoomState } from './state.ts'
import type { Turn } from './turn.ts'

/** What holds of somebody only while they are there: a raised hand. */
const KINDS_OF_THE_PRESENT = RelayKind.options.filter((kind) => rulesOf(kind).kept === 'latest')

/** Says good-bye (L1): gone at once. */
export function leave(turn: Turn, peer: PeerState, request: number): void {
  turn.answer(peer.id, request)
  turn.do({ do: 'close', peer: peer.id, code: null })
  depart(turn, peer, 'for good')
}

/** A socket is gone (L2): its person may come back for a while, and nobody sees it leave meanwhile. */
export function socketClosed(
  turn: Turn,
  id: PeerId,
  { goingAway, heardAt }: Pick<Extract<RoomInput, { on: 'socket-closed' }>, 'goingAway' | 'heardAt'>,
): void {
  const waiting = turn.waiting.get(id)
  if (waiting) return waitingCut(turn, waiting, goingAway)
  const peer = turn.peer(id)
  if (!peer) return
  if (!peer.announced) return depart(turn, peer, peer.returned ? 'for now' : 'for good')
  const { presence } = peer
  const since = presence.is === 'away' ? presence.since : (heardAt ?? turn.now)
  const until =
    heardAt === undefined
      ? graceUntil(turn.now, goingAway, presence)
      : vanishedUntil(turn.now, heardAt, presence)
  turn.changePeer(id, { presence: { is: 'away', since, until } })
}

/** Takes a person out of the room, with all that is theirs; who does not go for good may still come back (R6). */
export function depart(turn: Turn, peer: PeerState, how: 'for good' | 'for now'): void {
  dropProducers(turn, peer.id)
  for (const kind of KINDS_OF_THE_PRESENT) turn.do({ do: 'forget', peer: peer.id, kind })
  closeFormer(turn, peer.id)
  if (peer.media !== 'none') closeTransports(turn, peer)
  revokeIce(turn, peer)
  turn.removePeer(peer.id)
  if (how === 'for now') rememberGone(turn, peer)
  if (peer.announced) turn.tell({ except: peer.id }, { event: 'peer-left', peer: peer.id })
  if (turn.peers.size === 0) return empty(turn)
  if (peer.role === 'moderator') passRoleOn(turn)
}

/**
 * A room is never without a moderator: the role passes to the longest present (A2), or, where everybody still waits for
 * a welcome, to the first of them, whose welcome will say so.
 */
function passRoleOn(turn: Turn): void {
  const peers = [...turn.peers.values()]
  const heir = peers.find((peer) => peer.announced) ?? peers[0]
  if (!heir || peers.some((peer) => peer.role === 'moderator')) return
  turn.changePeer(heir.id, { role: 'moderator' })
  if (!heir.announced) return
  turn.tell({ except: null }, { event: 'peer-role-changed', peer: heir.id, role: 'moderator' })
  showLobby(turn, heir.id)
}

/**
 * The last one has left (L3), and whoever is cut off and may still resume is there: what was said is gone at once, before
 * the door opens to anybody; the rest is erased after a while.
 */
function empty(turn: Turn): void {
  turn.do({ do: 'forget-said' })
  turn.changeHead({
    placement: { at: 'nowhere' },
    allowed: emptyRoom.head.allowed,
    emptySince: turn.now,
  })
  leaveDoor(turn)
}

/** Does whatever is due. */
export function tick(turn: Turn): void {
  for (const peer of turn.peers.values()) {
    if (peer.presence.is === 'away' && peer.presence.until <= turn.now) depart(turn, peer, 'for now')
  }
  tickLobby(turn)
  tickIce(turn)
  tickPipes(turn)
  tickMoves(turn)
  const { placement } = turn.head
  if (placement.at === 'waiting' && placement.retry <= turn.now && turn.peers.size > 0) seekNode(turn)
  tickDoor(turn)
}

/** When something is due next (ms since the epoch), or null. */
export function nextDue(state: RoomState): number | null {
  const { placement } = state.head
  const due = [...state.peers.values(), ...state.waiting.values()].flatMap(({ presence }) =>
    'until' in presence ? [presence.until] : [],
  )
  due.push(...cutOffDue(state), ...iceDue(state), ...pipesDue(state), ...movesDue(state))
  if (placement.at === 'waiting' && state.peers.size > 0) due.push(placement.retry)
  const empty = emptyDue(state)
  if (empty !== null) due.push(empty)
  return due.length > 0 ? Math.min(...due) : null
}

/**
 * The object was loaded from its storage (E1). After hibernation nothing was under way; after a restart the sockets
 * are gone, and questions to the directory or the node went unanswered: they are asked again.
 */
export function wake(turn: Turn, connected: ReadonlySet<PeerId>): void {
  for (const { id, producers } of turn.peers.values()) {
    const confirmed = producers.filter((producer) => producer.confirmed)
    if (confirmed.length < producers.length) turn.changePeer(id, { producers: confirmed })
    if (!connected.has(id)) socketClosed(turn, id, { goingAway: false })
  }
  for (const person of turn.waiting.values()) if (!connected.has(person.id)) waitingCut(turn, person, false)
  wakeKeeping(turn)
  wakeIce(turn)
  wakePipes(turn)
  if (turn.head.placement.at === 'seeking') return seekNode(turn)
  for (const { id, media, node } of turn.peers.values()) {
    if (media !== 'asked') continue
    renewGeneration(turn, id)
    const peer = turn.peer(id)
    if (peer && node !== null) openMedia(turn, peer, node)
  }
  seatAll(turn)
}
