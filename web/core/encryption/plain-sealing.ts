import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { PersonName } from '../../../protocol/page-edge/sealed.ts'
import type { OpenedEvent, OpenedMessage } from './opened.ts'
import type { Opening, OpeningListener, Sealing } from './sealing.ts'

const atOnce = <Outcome>(work: () => Outcome): Outcome => work()

/** A plain room: nothing is sealed, and what comes sealed is not for us to read. */
export const PLAIN: Sealing = {
  linkProof: null,
  sealName: (name) => name,
  sendMessage: (_context, { payload }, send) => send(payload, null),
  rename: (name, say) => say(name, null),
  afterMessages: (ask) => ask(undefined, null),
  opening: openPlain,
}

function openPlain(listener: OpeningListener): Opening {
  const nameOf = (said: PersonName): DisplayName => {
    if (typeof said === 'string') return said
    listener.tampered()
    return listener.unreadableName()
  }
  const named = <Somebody extends { readonly name: PersonName }>(somebody: Somebody) => ({
    ...somebody,
    name: nameOf(somebody.name),
  })
  const messageOf = (message: RoomMessage): OpenedMessage | null => {
    const { payload } = message
    if (typeof payload === 'string') return { ...named(message), payload }
    listener.tampered()
    return null
  }
  const tell = (event: OpenedEvent): void => listener.happened(event)
  return {
    welcomed: (welcome) =>
      listener.welcomed({
        ...welcome,
        peers: welcome.peers.map(named),
        knocks: welcome.knocks.map(named),
      }),
    happened: (event) => {
      switch (event.event) {
        case 'peer-joined':
          return tell({ event: event.event, peer: named(event.peer) })
        case 'peer-renamed':
          return tell(named(event))
        case 'knocked':
          return tell({ event: event.event, knock: named(event.knock) })
        case 'message': {
          const message = messageOf(event.message)
          return message ? tell({ event: event.event, message }) : undefined
        }
        default:
          return tell(event)
      }
    },
    away: atOnce,
    resumed: atOnce,
    history: (messages) => messages.map(messageOf).filter((message) => message !== null),
    said: () => {},
    ended: atOnce,
    close: () => {},
  }
}
