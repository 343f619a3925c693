import type { JSX } from 'preact'
import { isTheme, THEMES } from '../../settings/settings-schema.ts'
import { useSettings, useWords } from '../page-context.ts'

/** Light, dark, or as the system has it. */
export function ThemeSwitch(): JSX.Element {
  const settings = useSettings()
  const words = useWords()
  const choose = (theme: string): void => {
    if (isTheme(theme)) settings.change({ theme })
  }
  return (
    <label class="field">
      <span class="field-name">{words.more.theme}</span>
      <select value={settings.value.value.theme} onChange={(event) => choose(event.currentTarget.value)}>
        {THEMES.map((theme) => (
          <option key={theme} value={theme}>
            {words.more.themes[theme]}
          </option>
        ))}
      </select>
    </label>
  )
}
