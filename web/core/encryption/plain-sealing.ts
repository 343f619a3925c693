import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { PersonName } from '../../../protocol/page-edge/sealed.ts'
import type { OpenedMessage } from './opened.ts'
import type { Opening, OpeningListener, Sealing } from './sealing.ts'

/** A plain room: nothing is sealed, and what comes sealed is not for us to read. */
export const PLAIN: Sealing = {
  linkProof: null,
  sealName: (name) => name,
  sealWords: (_envelope, { payload }) => payload,
  opening: openPlain,
}

function openPlain(heard: OpeningListener): Opening {
  const nameOf = (said: PersonName): DisplayName => {
    if (typeof said === 'string') return said
    heard.tampered()
    return heard.unreadableName()
  }
  const named = <Somebody extends { readonly name: PersonName }>(somebody: Somebody) => ({
    ...somebody,
    name: nameOf(somebody.name),
  })
  const messageOf = (message: RoomMessage): OpenedMessage | null => {
    const { payload } = message
    if (typeof payload === 'string') return { ...named(message), payload }
    heard.tampered()
    return null
  }
  return {
    welcome: (welcome) => ({
      ...welcome,
      peers: welcome.peers.map(named),
      knocks: welcome.knocks.map(named),
    }),
    event: (event) => {
      switch (event.event) {
        case 'peer-joined':
          return { event: event.event, peer: named(event.peer) }
        case 'peer-renamed':
          return named(event)
        case 'knocked':
          return { event: event.event, knock: named(event.knock) }
        case 'message': {
          const message = messageOf(event.message)
          return message && { event: event.event, message }
        }
        default:
          return event
      }
    },
    history: (messages) => messages.map(messageOf).filter((message) => message !== null),
    said: () => {},
  }
}
