import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { tidyDisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useAfter } from '../../ui/hooks/use-after.ts'
import { useAttempt } from '../../ui/hooks/use-attempt.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { NameField } from './name-field.tsx'

const SAY_AFTER_MS = 300

interface NameFormProps {
  readonly session: Pick<RoomSession, 'view' | 'rename'>
  /** Called once everybody calls us so; where it is given, the form was asked for, and takes the focus. */
  readonly onDone?: () => void
}

/** What one is called, in the room and from then on in this browser; a guest is remembered by no name. */
export function NameForm({ session, onDone }: NameFormProps): JSX.Element {
  const { before } = useWords()
  const { people: words } = useFurtherWords()
  const settings = useSettings()
  const own = session.view.value.people.find((person) => person.self)?.name ?? ''
  const typed = useSignal(own === before.guest ? '' : own)
  const { failed, attempt } = useAttempt()
  const state = useSignal<'open' | 'busy' | 'done'>('open')
  const waits = useAfter(state.value === 'busy' ? 'busy' : null, SAY_AFTER_MS)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (onDone) field.current?.select()
  }, [])
  const rename = (event: Event): void => {
    event.preventDefault()
    if (state.value === 'busy') return
    const name = tidyDisplayName(typed.value)
    state.value = 'busy'
    attempt(async () => {
      try {
        await session.rename(name || before.guest)
        settings.change({ name: name === before.guest ? '' : name })
        typed.value = name
        state.value = 'done'
        onDone?.()
      } finally {
        if (state.value === 'busy') state.value = 'open'
      }
    })
  }
  return (
    <form class="stack tight" aria-busy={state.value === 'busy'} onSubmit={rename}>
      <NameField
        name="own-name"
        value={typed}
        placeholder={before.guest}
        field={field}
        onTyped={() => {
          state.value = 'open'
        }}
      >
        <button type="submit" class="button" data-action="set-name">
          {words.changeName}
        </button>
      </NameField>
      {state.value === 'done' && <p class="quiet">{words.nameChanged(own)}</p>}
      <p class="quiet" role="status">
        {waits ? words.changingName : ''}
      </p>
      <p class="field-problem" role="alert">
        {failed.value ? words.failed : ''}
      </p>
    </form>
  )
}
