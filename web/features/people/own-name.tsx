import { useSignal } from '@preact/signals'
import { Pencil } from 'lucide'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { RoomSession } from '../../core/session/room-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { NameForm } from './name-form.tsx'

const FORM_ID = 'own-name-form'

/** In one's own row: the way to be called otherwise. */
export function OwnName({
  session,
}: {
  readonly session: Pick<RoomSession, 'view' | 'rename'>
}): JSX.Element {
  const { people: words } = useFurtherWords()
  const open = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    button.current?.focus()
    open.value = false
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button square bare"
        data-action="rename"
        aria-label={words.rename}
        title={words.rename}
        aria-expanded={open.value}
        aria-controls={open.value ? FORM_ID : undefined}
        onClick={() => {
          open.value = !open.value
        }}
      >
        <Icon node={Pencil} />
      </button>
      {open.value && (
        <div id={FORM_ID} class="person-menu">
          <NameForm session={session} onDone={close} />
        </div>
      )}
    </>
  )
}
