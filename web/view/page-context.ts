import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { SettingsStore } from '../settings/settings.ts'
import type { Words } from '../words/en.ts'
import { LANGUAGES, type Language, preferredLanguage } from '../words/languages.ts'

/** What every view may need; made once in the entry of the page. */
export interface PageContext {
  readonly settings: SettingsStore
}

export const PageContext = createContext<PageContext | null>(null)

export function useSettings(): SettingsStore {
  const context = useContext(PageContext)
  if (context === null) throw new Error('no PageContext above this component')
  return context.settings
}

/** The language chosen in this browser, or the first of the browser's own that we speak. Reading it subscribes. */
export const languageOf = (settings: SettingsStore): Language =>
  settings.value.value.language ?? preferredLanguage(navigator.languages)

/** The dictionary in use; the component renders again when the language changes. */
export const useWords = (): Words => LANGUAGES[languageOf(useSettings())].words
