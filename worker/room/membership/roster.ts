import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { Peer } from '../../../protocol/page-edge/roster.ts'
import type { PeerState } from '../core/peer-state.ts'
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

/** Somebody is called otherwise from now on (A7). The request names nobody: there is no way to say it of another. */
export function rename(context: RequestContext, { name }: PageParams<'rename'>): void {
  const { draft, peer } = context
  context.answer()
  if (peer.name === name) return
  draft.changePeer(peer.id, { name })
  draft.tell({ except: null }, { event: 'peer-renamed', peer: peer.id, name })
}
