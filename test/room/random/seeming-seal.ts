import * as v from 'valibot'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { PageParams, Welcome } from '../../../protocol/page-edge/requests.ts'
import { Sealed } from '../../../protocol/page-edge/sealed.ts'
import { linkProof } from '../door-bench.ts'

/**
 * What pages of an encrypted room say, for a room that sees it from outside alone: it looks as if it were sealed, never alike
 * twice, and is opened at once.
 */

/** Brings the link of the room. */
export const BRINGS_LINK: Partial<PageParams<'join'>> = { linkProof: linkProof('r') }

const BYTES = 96
let count = 0

export function seal(text: string): { readonly sealed: Sealed } {
  count += 1
  const bytes = Buffer.from(`${text}\n${count}`.padEnd(BYTES))
  return { sealed: v.parse(Sealed, `0.${bytes.toString('base64url')}`) }
}

/** What was sealed; throws where it never was. */
export function open(said: string | { readonly sealed: Sealed }): string {
  if (typeof said === 'string') throw new Error('something in an encrypted room is not sealed')
  const [text = ''] = Buffer.from(said.sealed.slice('0.'.length), 'base64url').toString().split('\n')
  return text
}

const named = <Somebody extends { readonly name: Parameters<typeof open>[0] }>(somebody: Somebody) => ({
  ...somebody,
  name: v.parse(DisplayName, open(somebody.name)),
})

export const openWelcome = (welcome: Welcome): Welcome => ({
  ...welcome,
  peers: welcome.peers.map(named),
  knocks: welcome.knocks.map(named),
})

export function openEvent(event: PageEvent): PageEvent {
  switch (event.event) {
    case 'peer-joined':
      return { ...event, peer: named(event.peer) }
    case 'peer-renamed':
      return named(event)
    case 'knocked':
      return { ...event, knock: named(event.knock) }
    case 'message':
      return { ...event, message: { ...named(event.message), payload: open(event.message.payload) } }
    default:
      return event
  }
}
