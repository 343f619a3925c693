import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useSettings, useWords } from '../../ui/page-context.ts'

/** What this browser remembers, in one line, and the button that makes it forget. */
export function Remembered(): JSX.Element {
  const settings = useSettings()
  const words = useWords()
  const forgotten = useSignal(false)
  const forget = (): void => {
    settings.forget()
    forgotten.value = true
  }
  if (!settings.persistent.value) return <p>{words.remembered.no}</p>
  return (
    <p>
      {words.remembered.yes}{' '}
      <button type="button" class="text-button" data-action="forget" onClick={forget}>
        {words.remembered.forget}
      </button>
      <span role="status">{forgotten.value ? ` ${words.remembered.forgotten}` : ''}</span>
    </p>
  )
}
