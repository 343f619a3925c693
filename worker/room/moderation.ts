import type { PeerId } from '../../protocol/ids.ts'
import { MAX_REMOVED } from '../../protocol/limits.ts'
import { ALLOWANCE_OF_SOURCE } from '../../protocol/media.ts'
import type { PageParams } from '../../protocol/page-requests.ts'
import type { MemberAction } from '../access.ts'
import { showLobby } from './lobby.ts'
import { permit } from './permit.ts'
import { depart } from './presence.ts'
import { endProducer, pauseProducer } from './producers.ts'
import { facts } from './room-facts.ts'
import type { PeerState, ProducerState, Provenance } from './state.ts'
import type { Turn } from './turn.ts'

/** Whether a moderator asks; refuses the request of anybody else. */
const granted = (turn: Turn, peer: PeerState, request: number, what: MemberAction): boolean =>
  permit(turn, peer, request, what, 'only moderators do that')

/** The person that a moderator's request is about; refuses the request where there is nobody. */
function target(turn: Turn, peer: PeerState, request: number, id: PeerId): PeerState | null {
  const found = turn.peer(id)
  if (found?.announced) return found
  turn.refuse(peer.id, request, 'not-found', 'nobody of that id is here')
  return null
}

/** Allows participants something, or forbids it (A4); what runs already of what is forbidden ends. */
export function setAllowed(
  turn: Turn,
  peer: PeerState,
  request: number,
  { what, allowed }: PageParams<'set-allowed'>,
): void {
  if (!granted(turn, peer, request, { do: 'set-allowed' })) return
  turn.answer(peer.id, request)
  if (turn.head.allowed[what] === allowed) return
  turn.changeHead({ allowed: { ...turn.head.allowed, [what]: allowed } })
  turn.tell({ except: null }, { event: 'room-changed', room: facts(turn.head) })
  if (allowed) return
  for (const other of turn.peers.values()) {
    if (other.role === 'moderator') continue
    for (const producer of other.producers) {
      if (ALLOWANCE_OF_SOURCE[producer.source] === what) stop(turn, peer, other.id, producer)
    }
  }
}

/** Gives the role, or takes it back, but not from the room's creator; a room is never without a moderator (A2). */
export function setRole(
  turn: Turn,
  peer: PeerState,
  request: number,
  { peer: id, role }: PageParams<'set-role'>,
): void {
  const creator = turn.peer(id)?.creator ?? false
  const what = role === 'moderator' ? ({ do: 'promote' } as const) : ({ do: 'demote', creator } as const)
  if (!granted(turn, peer, request, what)) return
  const other = target(turn, peer, request, id)
  if (!other) return
  const moderators = [...turn.peers.values()].filter((one) => one.announced && one.role === 'moderator')
  if (role === 'participant' && moderators.every((one) => one.id === id)) {
    return turn.refuse(peer.id, request, 'not-allowed', 'the room would be without a moderator')
  }
  turn.answer(peer.id, request)
  if (other.role === role) return
  turn.changePeer(id, { role })
  turn.tell({ except: null }, { event: 'peer-role-changed', peer: id, role })
  if (role === 'moderator') showLobby(turn, id)
}

/** Mutes or ends one kind of media, of one person or of everybody else (A5). Nobody can unmute another. */
export function stopSource(
  turn: Turn,
  peer: PeerState,
  request: number,
  { peer: id, source }: PageParams<'stop-source'>,
): void {
  if (!granted(turn, peer, request, { do: 'stop-source' })) return
  const one = id === null ? null : target(turn, peer, request, id)
  if (id !== null && !one) return
  turn.answer(peer.id, request)
  const those = one ? [one] : [...turn.peers.values()].filter((other) => other.id !== peer.id)
  for (const other of those) {
    for (const producer of other.producers)
      if (producer.source === source) stop(turn, peer, other.id, producer)
  }
}

/** What can be resumed is paused; a shared screen, which has to be chosen again, ends. Its owner is told by whom. */
function stop(turn: Turn, by: PeerState, id: PeerId, { id: producer, source, paused }: ProducerState): void {
  if (paused) return
  if (source === 'microphone' || source === 'camera') pauseProducer(turn, id, producer, true, null)
  else endProducer(turn, id, producer, null)
  if (id !== by.id) turn.tell({ only: id }, { event: 'source-stopped', source, by: by.id })
}

/** Asks somebody to turn their microphone on (A5). */
export function askUnmute(
  turn: Turn,
  peer: PeerState,
  request: number,
  { peer: id }: PageParams<'ask-unmute'>,
): void {
  if (!granted(turn, peer, request, { do: 'ask-unmute' })) return
  if (!target(turn, peer, request, id)) return
  turn.answer(peer.id, request)
  turn.tell({ only: id }, { event: 'unmute-asked', by: peer.id })
}

/** Puts somebody out (A6), but not the room's creator: gone at once, and kept out for as long as the room lives. */
export function remove(
  turn: Turn,
  peer: PeerState,
  request: number,
  { peer: id }: PageParams<'remove'>,
): void {
  const creator = turn.peer(id)?.creator ?? false
  if (!granted(turn, peer, request, { do: 'remove', creator })) return
  const other = target(turn, peer, request, id)
  if (!other) return
  if (other.id === peer.id) return turn.refuse(peer.id, request, 'not-allowed', 'one leaves by oneself')
  turn.answer(peer.id, request)
  turn.changeHead({ removed: [...turn.head.removed, marksOf(turn, other)].slice(-MAX_REMOVED) })
  turn.do({ do: 'close', peer: id, code: 'removed' })
  depart(turn, other, 'for good')
}

/**
 * What somebody is known by once they are put out. Not an address that others have too who are here: a school, or an
 * office, would be put out with them.
 */
function marksOf(turn: Turn, { id, browser, address }: PeerState): Provenance {
  const shared = [...turn.peers.values()].some((peer) => peer.id !== id && peer.address === address)
  return { browser, address: shared ? null : address }
}
