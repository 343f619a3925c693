import type { PeerId } from '../../../protocol/ids.ts'
import { MAX_REMOVED } from '../../../protocol/limits.ts'
import { PERMISSION_OF_SOURCE } from '../../../protocol/media/session.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState, ProducerState, Provenance } from '../core/peer-state.ts'
import { settingsOf } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'
import { awaitNewLink } from '../door/link.ts'
import { endProducer, pauseProducer } from '../media/producers.ts'
import { depart } from '../membership/presence.ts'
import { permitsModerator, personMeant } from './moderator-request.ts'

/** Allows participants something, or forbids it (A4); what runs already of what is forbidden ends. */
export function setPermission(
  context: RequestContext,
  { permission, allowed }: PageParams<'set-permission'>,
): void {
  const { draft, peer } = context
  if (!permitsModerator(context, { do: 'set-permission' })) return
  context.answer()
  if (draft.head.permissions[permission] === allowed) return
  draft.changeHead({ permissions: { ...draft.head.permissions, [permission]: allowed } })
  draft.tell({ except: null }, { event: 'room-settings-changed', room: settingsOf(draft.head) })
  if (allowed) return
  for (const other of draft.peers.values()) {
    if (other.role === 'moderator') continue
    for (const producer of other.producers) {
      if (PERMISSION_OF_SOURCE[producer.source] === permission) stop(draft, peer, other.id, producer)
    }
  }
}

/** Mutes or ends one kind of media, of one person or of everybody else (A5). Nobody can unmute another. */
export function stopSource(context: RequestContext, { peer: id, source }: PageParams<'stop-source'>): void {
  const { draft, peer } = context
  if (!permitsModerator(context, { do: 'stop-source' })) return
  const one = id === null ? null : personMeant(context, id)
  if (id !== null && !one) return
  context.answer()
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

/** Asks somebody to turn their microphone on (A5). */
export function askUnmute(context: RequestContext, { peer: id }: PageParams<'ask-unmute'>): void {
  const { draft, peer } = context
  if (!permitsModerator(context, { do: 'ask-unmute' })) return
  if (!personMeant(context, id)) return
  context.answer()
  draft.tell({ only: id }, { event: 'unmute-asked', by: peer.id })
}

/**
 * Puts somebody out (A6), but not the room's creator: gone at once, and kept out for as long as the room lives. Where the link is
 * changed next (D15), nobody comes by the one before meanwhile.
 */
export function remove(context: RequestContext, { peer: id, changesLink }: PageParams<'remove-peer'>): void {
  const { draft, peer } = context
  const creator = draft.peer(id)?.creator ?? false
  if (!permitsModerator(context, { do: 'remove-peer', creator })) return
  const other = personMeant(context, id)
  if (!other) return
  if (other.id === peer.id) return context.refuse('not-allowed', 'one leaves by oneself')
  if (changesLink && draft.head.door.link === null)
    return context.refuse('not-encrypted', 'a plain room has no link to change')
  context.answer()
  if (changesLink) awaitNewLink(draft)
  draft.changeHead({ removed: [...draft.head.removed, marksOf(draft, other)].slice(-MAX_REMOVED) })
  draft.do({ do: 'close-socket', peer: id, code: 'removed' })
  depart(draft, other, 'removed')
}

/**
 * What somebody is known by once they are put out. Not an address that others have too who are here: a school, or an
 * office, would be put out with them.
 */
function marksOf(draft: RoomDraft, { id, browser, address }: PeerState): Provenance {
  const shared = [...draft.peers.values()].some((peer) => peer.id !== id && peer.address === address)
  return { browser, address: shared ? null : address }
}
