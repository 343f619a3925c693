import { LINK_CHANGE_MS } from '../../../protocol/limits.ts'
import type { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { BroughtLink } from '../core/access.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import { settingsOf } from '../core/queries.ts'
import type { RoomHead } from '../core/state.ts'
import { depart } from '../membership/presence.ts'
import { dismissAll } from './lobby.ts'
import { isLink, linkHashOf } from './secrets.ts'

/** The link of an encrypted room: what one needs of it to come in (D11), and that it may be changed (D15). */

/** Whom the room knows by the token that they bring, and whether all that they missed is kept for them. */
export type KnownAs = 'nobody' | 'known' | 'following'

/** What somebody brings of the room's link; whoever opens a room decides whether one is needed. */
export function linkOf(
  { head, peers }: RoomDraft,
  { params: { linkProof } }: InputOf<'join'>,
  knownAs: KnownAs,
): BroughtLink {
  const { link } = head.door
  if (isUndecided(head, peers.size)) return 'not-needed'
  if (link === null) return linkProof === undefined ? 'not-needed' : 'unknown'
  if (linkProof === undefined) return 'missing'
  if (isLink(linkProof, link)) return 'right'
  if (!head.linkChanged || knownAs === 'nobody') return 'wrong'
  return knownAs === 'following' ? 'to-follow' : 'former'
}

/** Whether nobody has opened the room yet: neither has anybody been in it, nor is its door kept. */
export const isUndecided = ({ emptySince, doorUntil }: RoomHead, people: number): boolean =>
  people === 0 && emptySince === null && doorUntil === null

/** A moderator is about to change the link: nobody new comes in meanwhile, but not for ever. */
export function awaitNewLink(draft: RoomDraft): void {
  draft.changeHead({ linkAwaitedUntil: draft.now + LINK_CHANGE_MS })
}

/** Whether that is so now. */
export const isLinkAwaited = ({ head, now }: RoomDraft): boolean =>
  head.linkAwaitedUntil !== null && now < head.linkAwaitedUntil

/** The link is another one from now on, as well at a door that is kept; whoever is not in yet came by the former. */
export function changeLink(draft: RoomDraft, proof: LinkProof): void {
  const { door, ownersDoor, spokenWords } = draft.head
  const link = linkHashOf(proof)
  draft.changeHead({
    door: { ...door, link },
    ownersDoor: ownersDoor && { ...ownersDoor, link },
    spokenWords: null,
    linkChanged: true,
    linkAwaitedUntil: null,
  })
  if (spokenWords !== null)
    draft.tell({ except: null }, { event: 'room-settings-changed', room: settingsOf(draft.head) })
  dismissAll(draft, 'link-changed')
  dismissJoining(draft)
}

/** What they wait for is sealed by a link that they do not have. */
function dismissJoining(draft: RoomDraft): void {
  for (const peer of draft.peers.values()) {
    if (peer.presence.is !== 'joining') continue
    draft.refuse(peer.id, peer.presence.request, 'link-changed', 'the link was changed meanwhile')
    draft.do({ do: 'close-socket', peer: peer.id, code: 'link-changed' })
    depart(draft, peer, peer.announced || peer.returned ? 'for now' : 'for good')
  }
}
