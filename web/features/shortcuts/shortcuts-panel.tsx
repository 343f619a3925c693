import type { JSX } from 'preact'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { talkKeyName } from '../push-to-talk/talk-key-name.ts'
import { SHORTCUT_NAMES, SHORTCUTS } from './shortcuts.ts'

/** Every key and what it does. */
export function ShortcutsPanel(): JSX.Element {
  const all = useWords()
  const { talk } = all
  const { shortcuts: words } = useFurtherWords()
  const { shortcuts: on, holdsToTalk, pushToTalk, talkKey } = useSettings().value.value
  const held = holdsToTalk || pushToTalk ? [[talkKeyName(talkKey, all), talk.hold] as const] : []
  const fixed: readonly (readonly [string, string])[] = [
    ['Esc', words.escape],
    [words.enter, words.send],
    [words.shiftEnter, words.line],
  ]
  const single = SHORTCUT_NAMES.map((name) => [SHORTCUTS[name], words.does[name]] as const)
  const keys = [...single, ...held, ...fixed]
  return (
    <div class="stack">
      {!on && <p class="quiet">{words.off}</p>}
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key} class="keys-row">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
