import type { JSX } from 'preact'
import type { FurtherWords } from '../../../i18n/further-words.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import type { ChatOfRoom, Outgoing } from '../chat-of-room.ts'
import { ChatText } from '../thread/chat-text.tsx'

interface OutgoingLineProps {
  readonly chat: ChatOfRoom
  readonly message: Outgoing
}

/** A message of ours that is not in the room yet, and what to do where it could not be sent. */
export function OutgoingLine({ chat: sender, message }: OutgoingLineProps): JSX.Element {
  const words = useFurtherWords()
  const { chat } = words
  const { failure } = message
  return (
    <li class="message-group" data-own="" data-outgoing={failure === null ? 'sending' : 'failed'}>
      {message.attached === null ? (
        <ChatText text={message.text} />
      ) : (
        <p class="chat-text">
          <bdi>{message.attached.name}</bdi>
        </p>
      )}
      {failure === null ? (
        <p class="quiet">{chat.sending}</p>
      ) : (
        <div class="chat-failure" role="alert">
          <p class="field-problem">{explain(failure, words)}</p>
          <div class="choices">
            <button
              type="button"
              class="button small"
              data-action="send-again"
              onClick={() => sender.sendAgain(message)}
            >
              {chat.again}
            </button>
            <button type="button" class="button small" onClick={() => sender.discard(message)}>
              {chat.discard}
            </button>
          </div>
        </div>
      )}
    </li>
  )
}

function explain(failure: NonNullable<Outgoing['failure']>, { chat, files }: FurtherWords): string {
  if (failure === 'unreadable') return files.unreadable
  if (failure === 'rate-limited') return chat.slowDown
  if (failure === 'not-found') return chat.goneFailed
  return chat.failed
}
