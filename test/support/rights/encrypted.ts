import * as v from 'valibot'
import { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { PageParams, PageRequest } from '../../../protocol/page-edge/requests.ts'
import { sealedAs } from '../sealed-samples.ts'
import type { Right, State } from './cells.ts'

const LINK: Partial<PageParams<'join'>> = {
  linkProof: v.parse(LinkProof, 'l'.repeat(43)),
  name: { sealed: sealedAs('n') },
}

/** What whoever comes to a room in that state has from its link. */
export const broughtTo = (state: State): Partial<PageParams<'join'>> => (state === 'encrypted' ? LINK : {})

/** What is asked, and whether as it is in the other kind of room. */
type Asked = Pick<Right, 'unlike'>

/**
 * That request as pages ask it in a room in that state: in an encrypted one, names and words are sealed (K3). What is `unlike` is
 * sealed in a plain room, with a link, and plain in an encrypted one.
 */
export function asSaidIn(state: State, asked: PageRequest, { unlike }: Asked = {}): PageRequest {
  if ((state === 'encrypted') === (unlike === true)) return asked
  switch (asked.name) {
    case 'join':
      return { ...asked, params: { ...asked.params, ...LINK, ...otherLinkOf(asked.params) } }
    case 'rename':
      return { ...asked, params: { name: { sealed: sealedAs('o') } } }
    case 'send-message':
      return { ...asked, params: { ...asked.params, payload: { sealed: sealedAs('w') } } }
    default:
      return asked
  }
}

/** A link that somebody brings in the place of the room's own. */
const otherLinkOf = ({ linkProof }: PageParams<'join'>): Partial<PageParams<'join'>> =>
  linkProof === undefined ? {} : { linkProof }
