import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { RoomLink } from '../../features/invite/room-link.ts'
import { firstField } from '../../ui/first-field.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'
import { typedRoom } from '../address.ts'

/** What is wrong with what was pasted. */
type Problem = 'damaged' | 'no-link' | 'no-key'

/** The link with a secret that somebody pasted, or why it is none. */
function pasted(text: string): RoomLink | Problem {
  const typed = typedRoom(text, location.host)
  if (typed.is === 'damaged') return 'damaged'
  if (typed.is !== 'link') return 'no-link'
  return typed.link.secret === null ? 'no-key' : typed.link
}

/** The field for the link of an encrypted room. What it takes is not kept: no form's memory, no dictionary sees the secret. */
export function LinkForm({ onLink }: { readonly onLink: (link: RoomLink) => void }): JSX.Element {
  const { link: words } = useFurtherWords()
  const { opening } = useWords()
  const text = useSignal('')
  const problem = useSignal<Problem | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const open = (event: Event): void => {
    event.preventDefault()
    const link = pasted(text.value)
    if (typeof link !== 'string') return onLink(link)
    problem.value = text.value.trim() === '' ? null : link
    field.current?.focus()
  }
  return (
    <form class="stack password-form" onSubmit={open} noValidate>
      <div class="field">
        <label class="field-name" for="room-link">
          {words.field}
        </label>
        <div class="with-button">
          <input
            ref={field}
            {...firstField()}
            id="room-link"
            dir="ltr"
            inputMode="url"
            value={text.value}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={problem.value !== null}
            aria-describedby="room-link-problem"
            onInput={(event) => {
              text.value = event.currentTarget.value
              problem.value = null
            }}
          />
          <button type="submit" class="button honey" data-action="use-link">
            {words.open}
          </button>
        </div>
        <p id="room-link-problem" class="field-problem" role="alert">
          {problem.value === null
            ? ''
            : problem.value === 'damaged'
              ? opening.damagedLink
              : words.problems[problem.value]}
        </p>
      </div>
    </form>
  )
}
