import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { chatOf } from '../../together/chat/chat-of-room.ts'
import { threadOf } from '../../together/chat/thread.ts'
import { useWords } from '../page-context.ts'
import type { PanelProps } from '../room/panels.ts'
import { ChatTurn } from './chat-turn.tsx'
import { Composer } from './composer.tsx'
import { OutgoingLine } from './outgoing-line.tsx'
import { useNames } from './use-names.ts'
import { useStickToEnd } from './use-stick-to-end.ts'

/** What was said, and where one writes. */
export function ChatPanel({ session }: PanelProps): JSX.Element {
  const { chat: words } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const chat = chatOf(session)
  const messages = session.relay.messages('chat').value
  const self = session.view.value.people.find((person) => person.self)?.id ?? null
  const turns = threadOf(messages, self)
  const outgoing = chat.outgoing.value
  const nameOf = useNames(session, messages)
  const { behind, toEnd } = useStickToEnd(place, messages.length + outgoing.length)
  return (
    <div ref={place} class="chat">
      <ol class="chat-thread">
        {turns.map((turn) => (
          <ChatTurn key={turn.id} turn={turn} nameOf={nameOf} />
        ))}
        {outgoing.map((message) => (
          <OutgoingLine key={`outgoing-${message.key}`} chat={chat} message={message} />
        ))}
      </ol>
      {turns.length + outgoing.length === 0 && <p class="quiet">{words.none}</p>}
      <div class="chat-foot">
        {behind && (
          <button type="button" class="button small chat-newer" onClick={toEnd}>
            {words.newer}
          </button>
        )}
        <Composer session={session} chat={chat} nameOf={nameOf} />
      </div>
    </div>
  )
}
