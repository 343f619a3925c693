import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useWords } from '../../ui/page-context.ts'
import { PasswordField } from './password-field.tsx'
import type { PasswordReason } from './password-reason.ts'

export interface PasswordViewProps {
  readonly room: RoomName
  readonly reason: PasswordReason
  readonly onEnter: (password: string) => void
  readonly onHome: () => void
}

/** The room wants a password: asks for it, and says kindly when it was not that one. */
export function PasswordView({ room, reason, onEnter, onHome }: PasswordViewProps): JSX.Element {
  const { before, after } = useWords()
  const { door } = useFurtherWords()
  const password = useSignal('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const enter = (event: Event): void => {
    event.preventDefault()
    if (password.value === '') field.current?.focus()
    else onEnter(password.value)
  }
  return (
    <div class="sheet">
      <Masthead />
      <main class="message" data-view="password" data-reason={reason}>
        <div>
          <p class="eyebrow">{before.room(room)}</p>
          <h1 tabIndex={-1}>{door.passwordTitle}</h1>
        </div>
        <p>{door.passwordText}</p>
        <form class="stack password-form" onSubmit={enter}>
          <PasswordField
            name="room-password"
            label={door.password}
            field={field}
            value={password}
            problem={reason === 'password-required' ? null : door.problems[reason]}
            autocomplete="current-password"
            first
          />
          <div class="choices">
            <button type="submit" class="button honey" data-action="enter-password">
              {before.join}
            </button>
            <button type="button" class="button" data-action="home" onClick={onHome}>
              {after.home}
            </button>
          </div>
        </form>
      </main>
    </div>
  )
}
