import { SendHorizontal } from 'lucide'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RoomSession } from '../../../core/session/room-session.ts'
import { Icon } from '../../../ui/icon.tsx'
import { isComposing } from '../../../ui/keys.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { AttachButton, AttachedList } from '../../files/attach/attaching.tsx'
import type { ChatOfRoom } from '../chat-of-room.ts'
import { chatPayload, TEXT_MAX_LENGTH } from '../chat-payload.ts'
import type { NameOf } from '../use-names.ts'
import { AddresseeSelect } from './addressee-select.tsx'

/** From how many characters on one is told how many are left. */
const COUNT_BELOW = 500

interface ComposerProps {
  readonly session: RoomSession
  readonly chat: ChatOfRoom
  readonly nameOf: NameOf
  /** Why one may not write for now. */
  readonly forbidden: string | undefined
}

/** Where one writes: Enter sends, Shift and Enter begin a new line. */
export function Composer({ session, chat, nameOf, forbidden }: ComposerProps): JSX.Element {
  const { chat: words, files } = useFurtherWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = chat.draft.value
  const left = TEXT_MAX_LENGTH - draft.trim().length
  const tooLong = draft.trim() !== '' && chatPayload(draft) === null
  useFocusOnOpening(field)
  const toField = (): void => field.current?.focus()
  const send = (event: Event): void => {
    event.preventDefault()
    if (chat.sendDraft()) toField()
  }
  if (forbidden !== undefined) return <p class="chat-composer quiet">{forbidden}</p>
  return (
    <form class="chat-composer" onSubmit={send}>
      <div class="chat-addressee">
        <AddresseeSelect session={session} chat={chat} nameOf={nameOf} />
        <AttachButton attachments={chat.attachments} onDone={toField} />
      </div>
      <AttachedList attachments={chat.attachments} onDone={toField} />
      <div class="chat-field">
        <textarea
          ref={field}
          name="chat"
          rows={2}
          dir="auto"
          aria-label={words.write}
          placeholder={words.placeholder}
          value={draft}
          aria-invalid={tooLong}
          onInput={(event) => {
            chat.draft.value = event.currentTarget.value
          }}
          onPaste={(event) => {
            const pasted = pastedFiles(event.clipboardData)
            if (pasted.length === 0) return
            event.preventDefault()
            chat.attachments.add(pasted, files.nameless)
          }}
          onKeyDown={(event) => {
            // While a word is being composed, Enter chooses it.
            if (event.key === 'Enter' && !event.shiftKey && !isComposing(event)) send(event)
          }}
        />
        <button
          type="submit"
          class="button square honey"
          data-action="send"
          aria-label={words.send}
          title={words.send}
        >
          <Icon node={SendHorizontal} along />
        </button>
      </div>
      <p class={tooLong ? 'field-problem' : 'quiet'} role="status">
        {tooLong ? words.tooLong : left < COUNT_BELOW ? words.left(left) : ''}
      </p>
    </form>
  )
}

/** Files that are pasted; not the picture of a text that is pasted as well. */
const pastedFiles = (pasted: DataTransfer | null): readonly File[] =>
  pasted === null || pasted.types.includes('text/plain') ? [] : [...pasted.files]

/** The field has the focus when the panel opens, where that does not bring a keyboard up over everything. */
function useFocusOnOpening(field: { readonly current: HTMLTextAreaElement | null }): void {
  useLayoutEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus({ preventScroll: true })
  }, [field])
}
