import type { PeerId } from '../../../protocol/ids.ts'
import { MAX_REMOVED } from '../../../protocol/limits.ts'
import { ALLOWANCE_OF_SOURCE } from '../../../protocol/media.ts'
import type { PageParams } from '../../../protocol/page-requests.ts'
import type { MemberAction } from '../core/access.ts'
import type { RoomDraft } from '../core/draft.ts'
import { permit } from '../core/permit.ts'
import { settingsOf } from '../core/room-facts.ts'
import type { PeerState, ProducerState, Provenance } from '../core/state.ts'
import { showLobby } from '../door/lobby.ts'
import { endProducer, pauseProducer } from '../media/producers.ts'
import { depart } from '../membership/presence.ts'

/** Whether a moderator asks; refuses the request of anybody else. */
const granted = (draft: RoomDraft, peer: PeerState, request: number, what: MemberAction): boolean =>
  permit(draft, peer, request, what, 'only moderators do that')

/** The person that a moderator's request is about; refuses the request where there is nobody. */
function target(draft: RoomDraft, peer: PeerState, request: number, id: PeerId): PeerState | null {
  const found = draft.peer(id)
  if (found?.announced) return found
  draft.refuse(peer.id, request, 'not-found', 'nobody of that id is here')
  return null
}

/** Allows participants something, or forbids it (A4); what runs already of what is forbidden ends. */
export function setPermission(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  { what, allowed }: PageParams<'set-allowed'>,
): void {
  if (!granted(draft, peer, request, { do: 'set-allowed' })) return
  draft.answer(peer.id, request)
  if (draft.head.allowed[what] === allowed) return
  draft.changeHead({ allowed: { ...draft.head.allowed, [what]: allowed } })
  draft.tell({ except: null }, { event: 'room-changed', room: settingsOf(draft.head) })
  if (allowed) return
  for (const other of draft.peers.values()) {
    if (other.role === 'moderator') continue
    for (const producer of other.producers) {
      if (ALLOWANCE_OF_SOURCE[producer.source] === what) stop(draft, peer, other.id, producer)
    }
  }
}

/** Gives the role, or takes it back, but not from the room's creator; a room is never without a moderator (A2). */
export function setRole(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  { peer: id, role }: PageParams<'set-role'>,
): void {
  const creator = draft.peer(id)?.creator ?? false
  const what = role === 'moderator' ? ({ do: 'promote' } as const) : ({ do: 'demote', creator } as const)
  if (!granted(draft, peer, request, what)) return
  const other = target(draft, peer, request, id)
  if (!other) return
  const moderators = [...draft.peers.values()].filter((one) => one.announced && one.role === 'moderator')
  if (role === 'participant' && moderators.every((one) => one.id === id)) {
    return draft.refuse(peer.id, request, 'not-allowed', 'the room would be without a moderator')
  }
  draft.answer(peer.id, request)
  if (other.role === role) return
  draft.changePeer(id, { role })
  draft.tell({ except: null }, { event: 'peer-role-changed', peer: id, role })
  if (role === 'moderator') showLobby(draft, id)
}

/** Mutes or ends one kind of media, of one person or of everybody else (A5). Nobody can unmute another. */
export function stopSource(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  { peer: id, source }: PageParams<'stop-source'>,
): void {
  if (!granted(draft, peer, request, { do: 'stop-source' })) return
  const one = id === null ? null : target(draft, peer, request, id)
  if (id !== null && !one) return
  draft.answer(peer.id, request)
  const those = one ? [one] : [...draft.peers.values()].filter((other) => other.id !== peer.id)
  for (const other of those) {
    for (const producer of other.producers)
      if (producer.source === source) stop(draft, peer, other.id, producer)
  }
}

/** What can be resumed is paused; a shared screen, which has to be chosen again, ends. Its owner is told by whom. */
function stop(
  draft: RoomDraft,
  by: PeerState,
  id: PeerId,
  { id: producer, source, paused }: ProducerState,
): void {
  if (paused) return
  if (source === 'microphone' || source === 'camera') pauseProducer(draft, id, producer, true, null)
  else endProducer(draft, id, producer, null)
  if (id !== by.id) draft.tell({ only: id }, { event: 'source-stopped', source, by: by.id })
}

/** Asks somebody to draft their microphone on (A5). */
export function askUnmute(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  { peer: id }: PageParams<'ask-unmute'>,
): void {
  if (!granted(draft, peer, request, { do: 'ask-unmute' })) return
  if (!target(draft, peer, request, id)) return
  draft.answer(peer.id, request)
  draft.tell({ only: id }, { event: 'unmute-asked', by: peer.id })
}

/** Puts somebody out (A6), but not the room's creator: gone at once, and kept out for as long as the room lives. */
export function remove(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  { peer: id }: PageParams<'remove'>,
): void {
  const creator = draft.peer(id)?.creator ?? false
  if (!granted(draft, peer, request, { do: 'remove', creator })) return
  const other = target(draft, peer, request, id)
  if (!other) return
  if (other.id === peer.id) return draft.refuse(peer.id, request, 'not-allowed', 'one leaves by oneself')
  draft.answer(peer.id, request)
  draft.changeHead({ removed: [...draft.head.removed, marksOf(draft, other)].slice(-MAX_REMOVED) })
  draft.do({ do: 'close-socket', peer: id, code: 'removed' })
  depart(draft, other, 'for good')
}

/**
 * What somebody is known by once they are put out. Not an address that others have too who are here: a school, or an
 * office, would be put out with them.
 */
function marksOf(draft: RoomDraft, { id, browser, address }: PeerState): Provenance {
  const shared = [...draft.peers.values()].some((peer) => peer.id !== id && peer.address === address)
  return { browser, address: shared ? null : address }
}
