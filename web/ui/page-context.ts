import type { ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Dictionary } from '../i18n/dictionary.ts'
import type { Words } from '../i18n/words.ts'
import type { SettingsStore } from '../settings/settings.ts'

/** What every view may need; made once in the entry of the page. */
export interface PageContext {
  readonly settings: SettingsStore
  readonly dictionary: ReadonlySignal<Dictionary>
}

export const PageContext = createContext<PageContext | null>(null)

function useContextOfPage(): PageContext {
  const context = useContext(PageContext)
  if (context === null) throw new Error('no PageContext above this component')
  return context
}

export const useSettings = (): SettingsStore => useContextOfPage().settings

/** The dictionary in use; the component renders again when the language changes. */
export const useDictionary = (): Dictionary => useContextOfPage().dictionary.value

export const useWords = (): Words => useDictionary().words
