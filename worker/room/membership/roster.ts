import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { Peer } from '../../../protocol/page-edge/roster.ts'
import type { PersonName } from '../../../protocol/page-edge/sealed.ts'
import type { InputOf } from '../core/inputs.ts'
import type { PeerState } from '../core/peer-state.ts'
import { HOW_IT_IS_SAID, isSealedAsRoom } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'

/** A person as the others know them: nothing that is not confirmed yet, nothing secret. */
export const asKnown = (peer: PeerState): Peer => ({
  id: peer.id,
  name: peer.name,
  role: peer.role,
  creator: peer.creator,
  producers: peer.producers
    .filter((producer) => producer.confirmed)
    .map(({ id, source, paused }) => ({ id, source, paused })),
  ...(peer.cutOff && { cutOff: true as const }),
})

/**
 * What somebody is called who is known already: as they came, so that it is whom a moderator let in. A sealed name is another one
 * for each page of theirs, by which the others know whose media and messages are whose (K2): that of the page counts.
 */
export const nameOf = (known: { readonly name: PersonName }, { params }: InputOf<'join'>): PersonName =>
  typeof params.name === 'string' ? known.name : params.name

export const isSameName = (one: PersonName, other: PersonName): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.sealed === other.sealed

/** Somebody is called otherwise from now on (A7). The request names nobody: there is no way to say it of another. */
export function rename(context: RequestContext, { name }: PageParams<'rename'>): void {
  const { draft, peer } = context
  if (!isSealedAsRoom(draft, name)) return context.refuse('bad-message', HOW_IT_IS_SAID)
  context.answer()
  if (isSameName(peer.name, name)) return
  draft.changePeer(peer.id, { name })
  draft.tell({ except: null }, { event: 'peer-renamed', peer: peer.id, name })
}
