import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { Knock } from '../../../protocol/page-edge/door.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type {
  PageParams,
  PageRequestName,
  PageResult,
  Welcome,
} from '../../../protocol/page-edge/requests.ts'
import type { Peer } from '../../../protocol/page-edge/roster.ts'
import type { JoinParams } from '../signalling/signal-options.ts'

/**
 * What comes by the socket, as the page works with it: names and words that were opened, in a plain room those that came. On the
 * wire they may be sealed, and are another type: nothing that is not opened gets past `RoomSignalling` unseen by the compiler.
 */

type Named<Wire> = Omit<Wire, 'name'> & { readonly name: DisplayName }

export type OpenedPeer = Named<Peer>
export type OpenedKnock = Named<Knock>

/** A message that somebody of the room has sent, as they sent it. */
export type OpenedMessage = Named<Omit<RoomMessage, 'payload'>> & { readonly payload: string }

/** The payload of a private message that was for a page which its person had before (K41): those that people write are never empty. */
export const UNREADABLE = ''

export type OpenedWelcome = Omit<Welcome, 'peers' | 'knocks'> & {
  readonly peers: readonly OpenedPeer[]
  readonly knocks: readonly OpenedKnock[]
}

type NamingEvent = 'peer-joined' | 'peer-renamed' | 'knocked' | 'message'

export type OpenedEvent =
  | Exclude<PageEvent, { event: NamingEvent }>
  | { readonly event: 'peer-joined'; readonly peer: OpenedPeer }
  | { readonly event: 'peer-renamed'; readonly peer: Peer['id']; readonly name: DisplayName }
  | { readonly event: 'knocked'; readonly knock: OpenedKnock }
  | { readonly event: 'message'; readonly message: OpenedMessage }

/** One page of what was said before one came. */
export interface OpenedHistory {
  readonly messages: readonly OpenedMessage[]
  /** The number of its last message, opened or not; null where it is empty. */
  readonly last: number | null
  readonly more: boolean
}

export type OpenedJoinParams = Named<Omit<JoinParams, 'linkProof'>>

/** What one sends, as one says it. */
export type OpenedSending = Omit<PageParams<'send-message'>, 'payload'> & { readonly payload: string }

/** What goes to the edge as it is, and at once: neither names nor words are in it, and none of these hangs on a message. */
type PlainRequestName = Exclude<
  PageRequestName,
  'join' | 'rename' | 'send-message' | 'clear-message' | 'message-history'
>

/** Asks the edge, now or as soon as it can be reached. Rejects with a ProtocolError. */
export type Ask = <Name extends PlainRequestName>(
  name: Name,
  params: PageParams<Name>,
) => Promise<PageResult<Name>>
