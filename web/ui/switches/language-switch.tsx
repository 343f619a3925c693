import type { JSX } from 'preact'
import { LANGUAGES } from '../../i18n/languages.ts'
import { isLanguage, LANGUAGE_TAGS } from '../../settings/language-tags.ts'
import { useDictionary, useSettings } from '../page-context.ts'

/** Each language under its own name, so that nobody must read another one to find it. */
export function LanguageSwitch(): JSX.Element {
  const settings = useSettings()
  const { language, words } = useDictionary()
  const choose = (tag: string): void => {
    if (isLanguage(tag)) settings.change({ language: tag })
  }
  return (
    <label class="switch">
      <span class="visually-hidden">{words.more.language}</span>
      <select value={language} onChange={(event) => choose(event.currentTarget.value)}>
        {LANGUAGE_TAGS.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {LANGUAGES[tag].name}
          </option>
        ))}
      </select>
    </label>
  )
}
