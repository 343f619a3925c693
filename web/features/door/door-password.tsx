import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { Attempt } from '../../ui/hooks/use-attempt.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import type { DoorControl } from './door-control.ts'
import { PasswordField } from './password-field.tsx'

interface DoorPasswordProps {
  readonly door: DoorControl
  readonly isSet: boolean
  /** Whether it needs a heading of its own; it does where it is not said. */
  readonly titled?: boolean
  readonly attempt: Attempt['attempt']
}

/** Sets the room's password, or removes it. */
export function DoorPassword({ door, isSet, titled = true, attempt }: DoorPasswordProps): JSX.Element {
  const { door: words } = useFurtherWords()
  const typed = useSignal('')
  const busy = useSignal(false)
  const field = useRef<HTMLInputElement>(null)
  const set = (password: string | null): void => {
    if (busy.value) return
    busy.value = true
    field.current?.focus()
    attempt(async () => {
      try {
        await door.setPassword(password)
        typed.value = ''
      } finally {
        busy.value = false
      }
    })
  }
  return (
    <form
      class="stack tight"
      aria-busy={busy.value}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.value === '') field.current?.focus()
        else set(typed.value)
      }}
    >
      {titled && <h3>{words.password}</h3>}
      <p class="quiet">{isSet ? words.passwordIsSet : words.passwordHint}</p>
      <PasswordField
        name="new-password"
        label={words.newPassword}
        field={field}
        value={typed}
        problem={null}
        autocomplete="new-password"
      />
      <div class="choices">
        <button type="submit" class="button" data-action="set-password">
          {isSet ? words.changePassword : words.setPassword}
        </button>
        {isSet && (
          <button type="button" class="button" data-action="remove-password" onClick={() => set(null)}>
            {words.removePassword}
          </button>
        )}
      </div>
    </form>
  )
}
