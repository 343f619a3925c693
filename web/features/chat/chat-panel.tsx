import type { JSX } from 'preact'
import { useCallback, useRef } from 'preact/hooks'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import type { Attachments } from '../files/attach/attachments.ts'
import { useDroppedFiles } from '../files/attach/use-dropped-files.ts'
import { useForbidden } from '../moderation/use-forbidden.ts'
import type { PanelProps } from '../panel/panel.ts'
import { chatOf } from './chat-of-room.ts'
import { Composer } from './compose/composer.tsx'
import { OutgoingLine } from './compose/outgoing-line.tsx'
import { MessageGroupView } from './thread/message-group.tsx'
import { threadOf } from './thread/thread.ts'
import { useStickToEnd } from './thread/use-stick-to-end.ts'
import { useNames } from './use-names.ts'

/** What was said, and where one writes. */
export function ChatPanel({ session }: PanelProps): JSX.Element {
  const { chat: words, files } = useFurtherWords()
  const place = useRef<HTMLDivElement>(null)
  const chat = chatOf(session)
  const messages = session.messages.of('chat').value
  const self = session.view.value.people.find((person) => person.self)?.id ?? null
  const groups = threadOf(messages, self)
  const outgoing = chat.outgoing.value
  const nameOf = useNames(session, messages)
  const forbidden = useForbidden(session).chat
  const dropped = useDroppedFiles(place, useTaking(chat.attachments, forbidden === undefined))
  const { behind, toEnd } = useStickToEnd(place, messages.length + outgoing.length)
  return (
    <div ref={place} class="chat" data-dropping={dropped.value ? '' : undefined}>
      <ol class="chat-thread">
        {groups.map((group) => (
          <MessageGroupView key={group.id} session={session} group={group} nameOf={nameOf} />
        ))}
        {outgoing.map((message) => (
          <OutgoingLine key={`outgoing-${message.key}`} chat={chat} message={message} />
        ))}
      </ol>
      {groups.length + outgoing.length === 0 && <p class="quiet">{words.none}</p>}
      <div class="chat-foot">
        {behind && (
          <button type="button" class="button small chat-newer" onClick={toEnd}>
            {words.newer}
          </button>
        )}
        {dropped.value && <p class="chat-drop">{files.drop}</p>}
        <Composer session={session} chat={chat} nameOf={nameOf} forbidden={forbidden} />
      </div>
    </div>
  )
}

/** Attaches what is dropped, where one may send something. */
function useTaking(attachments: Attachments, may: boolean): ((files: readonly File[]) => void) | null {
  const { nameless } = useFurtherWords().files
  const take = useCallback(
    (files: readonly File[]) => attachments.add(files, nameless),
    [attachments, nameless],
  )
  return may ? take : null
}
