import type { RoomListener } from '../encryption/room-signalling.ts'
import type { Input } from '../room-state/room-state.ts'
import type { CallOfRoom } from './call-of-room.ts'
import type { MessagesOfRoom } from './room-messages.ts'
import type { JoinPassword } from './room-session.ts'
import type { SessionEvents } from './session-events.ts'

interface ListenerOptions {
  readonly dispatch: (input: Input) => void
  readonly call: CallOfRoom
  readonly messages: MessagesOfRoom
  readonly password: JoinPassword
  readonly events: SessionEvents
}

/** What becomes of all that comes by the socket: the call first, as its way is the longest; then the state, then whoever builds on it. */
export const connectionListener = ({
  dispatch,
  call,
  messages,
  password,
  events,
}: ListenerOptions): RoomListener => ({
  waiting() {
    dispatch({ kind: 'local', fact: 'lobby-entered' })
    password.keep().catch(reportError)
  },
  cut: () => dispatch({ kind: 'local', fact: 'socket-cut' }),
  resumed: () => dispatch({ kind: 'local', fact: 'socket-resumed' }),
  welcomed(welcome) {
    // The media first: its way is longer than the picture's.
    call.handleWelcome(welcome)
    dispatch({ kind: 'welcome', welcome })
    messages.catchUp().catch((cause) => console.warn('messages:', cause))
    password.keep().catch(reportError)
  },
  happened(event) {
    dispatch({ kind: 'event', event })
    call.handleEvent(event)
    if (event.event === 'message') messages.handle(event.message)
    events.tell(event)
  },
  refused(error) {
    events.close()
    if (error.code === 'wrong-password') password.forget()
    dispatch({ kind: 'local', fact: 'refused', code: error.code })
  },
})
