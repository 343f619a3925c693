import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useAttempt } from '../../ui/hooks/use-attempt.ts'
import { lazilyWorded } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'
import { doorOf } from './door-control.ts'

const DoorPassword = lazilyWorded(async () => (await import('./door-password.tsx')).DoorPassword)

/** A password for a room that is new, before its link is handed on; fetched when somebody wants one. */
export function FirstPassword({ session }: { readonly session: RoomSession }): JSX.Element {
  const { first, door: words } = useWords()
  const { failed, attempt } = useAttempt()
  const open = useSignal(false)
  const wanted = useSignal(false)
  const summary = useRef<HTMLElement>(null)
  const { password } = session.view.value
  return (
    <details
      open={open.value}
      data-choice="password"
      onToggle={(event) => {
        open.value = event.currentTarget.open
        wanted.value ||= open.value
      }}
    >
      <summary ref={summary}>{password ? words.state.password : first.password}</summary>
      {wanted.value && (
        <DoorPassword
          door={doorOf(session)}
          isSet={password}
          titled={false}
          attempt={(act) =>
            attempt(async () => {
              await act()
              summary.current?.focus()
              open.value = false
            })
          }
        />
      )}
      <p class="field-problem" role="alert">
        {failed.value ? words.failed : ''}
      </p>
    </details>
  )
}
