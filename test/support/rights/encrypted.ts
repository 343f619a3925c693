import * as v from 'valibot'
import { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { PageParams, PageRequest } from '../../../protocol/page-edge/requests.ts'
import { sealedAs } from '../sealed-samples.ts'
import type { State } from './cells.ts'

const LINK: Partial<PageParams<'join'>> = {
  linkProof: v.parse(LinkProof, 'l'.repeat(43)),
  name: { sealed: sealedAs('n') },
}

/** What whoever comes to a room in that state has from its link. */
export const broughtTo = (state: State): Partial<PageParams<'join'>> => (state === 'encrypted' ? LINK : {})

/** That request as pages ask it in a room in that state: in an encrypted one, names and words are sealed (K3). */
export function asSaidIn(state: State, asked: PageRequest): PageRequest {
  if (state !== 'encrypted') return asked
  switch (asked.name) {
    case 'join':
      return { ...asked, params: { ...asked.params, ...LINK } }
    case 'rename':
      return { ...asked, params: { name: { sealed: sealedAs('o') } } }
    case 'send-message':
      return { ...asked, params: { ...asked.params, payload: { sealed: sealedAs('w') } } }
    default:
      return asked
  }
}
