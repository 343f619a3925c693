import type { JSX } from 'preact'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { ChatOfRoom, Outgoing } from '../../together/chat/chat-of-room.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../page-context.ts'
import { ChatText } from './chat-text.tsx'

interface OutgoingLineProps {
  readonly chat: ChatOfRoom
  readonly message: Outgoing
}

/** A message of ours that is not in the room yet, and what to do where it could not be sent. */
export function OutgoingLine({ chat, message }: OutgoingLineProps): JSX.Element {
  const { chat: words } = useWords()
  const { failure } = message
  return (
    <li class="chat-turn" data-own="" data-outgoing={failure === null ? 'sending' : 'failed'}>
      <ChatText text={message.text} />
      {failure === null ? (
        <p class="quiet">{words.sending}</p>
      ) : (
        <div class="chat-failure" role="alert">
          <p class="field-problem">{explain(failure, words)}</p>
          <div class="choices">
            <button
              type="button"
              class="button small"
              data-action="send-again"
              onClick={() => chat.sendAgain(message)}
            >
              {words.again}
            </button>
            <button type="button" class="button small" onClick={() => chat.discard(message)}>
              {words.discard}
            </button>
          </div>
        </div>
      )}
    </li>
  )
}

function explain(failure: ErrorCode, words: Words['chat']): string {
  if (failure === 'rate-limited') return words.slowDown
  if (failure === 'not-found') return words.goneFailed
  return words.failed
}
