import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { choosableKey } from './choosable-key.ts'
import { talkKeyName } from './talk-key-name.ts'

/** The key that one holds to talk: chosen by pressing it. */
export function TalkKeyField(): JSX.Element {
  const words = useWords()
  const { talk } = useFurtherWords()
  const settings = useSettings()
  const asks = useSignal<'nothing' | 'key' | 'another'>('nothing')
  const chosen = useRef('')
  const id = useId()
  const choosing = asks.value !== 'nothing'

  const pressed = (event: KeyboardEvent): void => {
    if (!choosing || event.code === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat) return
    if (event.key === 'Escape') {
      asks.value = 'nothing'
      return
    }
    const talkKey = choosableKey(event)
    if (talkKey) settings.change({ talkKey })
    asks.value = talkKey ? 'nothing' : 'another'
    chosen.current = event.code
  }
  const released = (event: KeyboardEvent): void => {
    // The space bar that was just chosen is not to press the button, too.
    if (event.code === chosen.current) event.preventDefault()
    chosen.current = ''
  }

  return (
    <div class="talk-key">
      <span id={id}>{talk.key}</span>
      <button
        type="button"
        class="button small"
        data-action="choose-talk-key"
        aria-labelledby={`${id} ${id}-key`}
        aria-describedby={`${id}-help`}
        onClick={() => {
          asks.value = 'key'
        }}
        onKeyDown={pressed}
        onKeyUp={released}
        onBlur={() => {
          asks.value = 'nothing'
        }}
      >
        <span id={`${id}-key`}>
          {choosing ? talk.press : talkKeyName(settings.value.value.talkKey, words)}
        </span>
      </button>
      <small id={`${id}-help`} role="status">
        {asks.value === 'another' ? talk.taken : choosing ? talk.cancel : talk.keyHint}
      </small>
    </div>
  )
}
