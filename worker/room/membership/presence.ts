import type { PeerId } from '../../../protocol/ids.ts'
import { RelayKind, rulesOf } from '../../../protocol/relay-kinds.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { RoomInput } from '../core/inputs.ts'
import { emptyRoom, type PeerState, type RoomState } from '../core/state.ts'
import { emptyDue, leaveDoor, tickDoor } from '../door/door.ts'
import { wakeKeptName } from '../door/kept-name.ts'
import { showLobby, tickLobby, waitingCut } from '../door/lobby.ts'
import { iceDue, revokeIce, tickIce, wakeIce } from '../media/ice-servers.ts'
import { closeFormerSession, closeTransports, openMedia, renewGeneration } from '../media/media-session.ts'
import { dropProducers } from '../media/producers.ts'
import { placeAllPeers, seekNode } from '../nodes/home.ts'
import { migrationsDue, tickMigrations } from '../nodes/migration.ts'
import { pipesDue, tickPipes, wakePipes } from '../pipes/pipes.ts'
import { cutOffDue } from './cut-off.ts'
import { graceUntil, vanishedUntil } from './grace.ts'
import { rememberPast } from './rejoin.ts'

/** What holds of somebody only while they are there: a raised hand. */
const KINDS_OF_THE_PRESENT = RelayKind.options.filter((kind) => rulesOf(kind).kept === 'latest')

/** Says good-bye (L1): gone at once. */
export function leave(draft: RoomDraft, peer: PeerState, request: number): void {
  draft.answer(peer.id, request)
  draft.do({ do: 'close-socket', peer: peer.id, code: null })
  depart(draft, peer, 'for good')
}

/** A socket is gone (L2): its person may come back for a while, and nobody sees it leave meanwhile. */
export function socketClosed(
  draft: RoomDraft,
  id: PeerId,
  { goingAway, heardAt }: Pick<Extract<RoomInput, { on: 'socket-closed' }>, 'goingAway' | 'heardAt'>,
): void {
  const waiting = draft.waiting.get(id)
  if (waiting) return waitingCut(draft, waiting, goingAway)
  const peer = draft.peer(id)
  if (!peer) return
  if (!peer.announced) return depart(draft, peer, peer.returned ? 'for now' : 'for good')
  const { presence } = peer
  const since = presence.is === 'away' ? presence.since : (heardAt ?? draft.now)
  const until =
    heardAt === undefined
      ? graceUntil(draft.now, goingAway, presence)
      : vanishedUntil(draft.now, heardAt, presence)
  draft.changePeer(id, { presence: { is: 'away', since, until } })
}

/** Takes a person out of the room, with all that is theirs; who does not go for good may still come back (R6). */
export function depart(draft: RoomDraft, peer: PeerState, how: 'for good' | 'for now'): void {
  dropProducers(draft, peer.id)
  for (const kind of KINDS_OF_THE_PRESENT) draft.do({ do: 'forget-messages', peer: peer.id, kind })
  closeFormerSession(draft, peer.id)
  if (peer.media !== 'none') closeTransports(draft, peer)
  revokeIce(draft, peer)
  draft.removePeer(peer.id)
  if (how === 'for now') rememberPast(draft, peer)
  if (peer.announced) draft.tell({ except: peer.id }, { event: 'peer-left', peer: peer.id })
  if (draft.peers.size === 0) return empty(draft)
  if (peer.role === 'moderator') passRoleOn(draft)
}

/**
 * A room is never without a moderator: the role passes to the longest present (A2), or, where everybody still waits for
 * a welcome, to the first of them, whose welcome will say so.
 */
function passRoleOn(draft: RoomDraft): void {
  const peers = [...draft.peers.values()]
  const heir = peers.find((peer) => peer.announced) ?? peers[0]
  if (!heir || peers.some((peer) => peer.role === 'moderator')) return
  draft.changePeer(heir.id, { role: 'moderator' })
  if (!heir.announced) return
  draft.tell({ except: null }, { event: 'peer-role-changed', peer: heir.id, role: 'moderator' })
  showLobby(draft, heir.id)
}

/**
 * The last one has left (L3), and whoever is cut off and may still resume is there: what was said is gone at once, before
 * the door opens to anybody; the rest is erased after a while.
 */
function empty(draft: RoomDraft): void {
  draft.do({ do: 'forget-history' })
  draft.changeHead({
    placement: { at: 'nowhere' },
    allowed: emptyRoom.head.allowed,
    emptySince: draft.now,
  })
  leaveDoor(draft)
}

/** Does whatever is due. */
export function tick(draft: RoomDraft): void {
  for (const peer of draft.peers.values()) {
    if (peer.presence.is === 'away' && peer.presence.until <= draft.now) depart(draft, peer, 'for now')
  }
  tickLobby(draft)
  tickIce(draft)
  tickPipes(draft)
  tickMigrations(draft)
  const { placement } = draft.head
  if (placement.at === 'waiting' && placement.retry <= draft.now && draft.peers.size > 0) seekNode(draft)
  tickDoor(draft)
}

/** When something is due next (ms since the epoch), or null. */
export function nextDue(state: RoomState): number | null {
  const { placement } = state.head
  const due = [...state.peers.values(), ...state.waiting.values()].flatMap(({ presence }) =>
    'until' in presence ? [presence.until] : [],
  )
  due.push(...cutOffDue(state), ...iceDue(state), ...pipesDue(state), ...migrationsDue(state))
  if (placement.at === 'waiting' && state.peers.size > 0) due.push(placement.retry)
  const empty = emptyDue(state)
  if (empty !== null) due.push(empty)
  return due.length > 0 ? Math.min(...due) : null
}

/**
 * The object was loaded from its storage (E1). After hibernation nothing was under way; after a restart the sockets
 * are gone, and questions to the directory or the node went unanswered: they are asked again.
 */
export function wake(draft: RoomDraft, connected: ReadonlySet<PeerId>): void {
  for (const { id, producers } of draft.peers.values()) {
    const confirmed = producers.filter((producer) => producer.confirmed)
    if (confirmed.length < producers.length) draft.changePeer(id, { producers: confirmed })
    if (!connected.has(id)) socketClosed(draft, id, { goingAway: false })
  }
  for (const person of draft.waiting.values()) if (!connected.has(person.id)) waitingCut(draft, person, false)
  wakeKeptName(draft)
  wakeIce(draft)
  wakePipes(draft)
  if (draft.head.placement.at === 'seeking') return seekNode(draft)
  for (const { id, media, node } of draft.peers.values()) {
    if (media !== 'asked') continue
    renewGeneration(draft, id)
    const peer = draft.peer(id)
    if (peer && node !== null) openMedia(draft, peer, node)
  }
  placeAllPeers(draft)
}
