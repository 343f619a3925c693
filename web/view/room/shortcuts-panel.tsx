import type { JSX } from 'preact'
import { useSettings, useWords } from '../page-context.ts'
import { SHORTCUT_NAMES, SHORTCUTS } from '../shortcuts.ts'

/** Every key and what it does. */
export function ShortcutsPanel(): JSX.Element {
  const { shortcuts: words } = useWords()
  const { shortcuts: on } = useSettings().value.value
  const fixed: readonly (readonly [string, string])[] = [
    ['Esc', words.escape],
    [words.enter, words.send],
    [words.shiftEnter, words.line],
  ]
  const keys = [...SHORTCUT_NAMES.map((name) => [SHORTCUTS[name], words.does[name]] as const), ...fixed]
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
