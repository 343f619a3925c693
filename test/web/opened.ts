import * as v from 'valibot'
import { DisplayName } from '../../protocol/names/display-name.ts'
import { Knock } from '../../protocol/page-edge/door.ts'
import { PageEvent } from '../../protocol/page-edge/events.ts'
import { RoomMessage } from '../../protocol/page-edge/messages.ts'
import { Welcome } from '../../protocol/page-edge/requests.ts'
import { Peer } from '../../protocol/page-edge/roster.ts'
import type * as opened from '../../web/core/encryption/opened.ts'

/** What comes by the socket as the page works with it, as schemas, by which tests write it down. */

export const OpenedMessage = v.object({ ...RoomMessage.entries, name: DisplayName, payload: v.string() })
export type OpenedMessage = opened.OpenedMessage

export const OpenedPeer = v.object({ ...Peer.entries, name: DisplayName })
export type OpenedPeer = opened.OpenedPeer

export const OpenedKnock = v.object({ ...Knock.entries, name: DisplayName })
export type OpenedKnock = opened.OpenedKnock

export const OpenedWelcome = v.object({
  ...Welcome.entries,
  peers: v.array(OpenedPeer),
  knocks: v.array(OpenedKnock),
})
/** In a plain room, so that it can stand on the wire as well. */
export type OpenedWelcome = v.InferOutput<typeof OpenedWelcome>

/** An event of a plain room. */
export const OpenedEvent = v.pipe(
  PageEvent,
  v.transform((event): opened.OpenedEvent => {
    switch (event.event) {
      case 'peer-joined':
        return { event: event.event, peer: v.parse(OpenedPeer, event.peer) }
      case 'peer-renamed':
        return { event: event.event, peer: event.peer, name: v.parse(DisplayName, event.name) }
      case 'knocked':
        return { event: event.event, knock: v.parse(OpenedKnock, event.knock) }
      case 'message':
        return { event: event.event, message: v.parse(OpenedMessage, event.message) }
      default:
        return event
    }
  }),
)
export type OpenedEvent = opened.OpenedEvent
