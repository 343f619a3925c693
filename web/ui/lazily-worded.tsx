import { signal } from '@preact/signals'
import { type ComponentType, createContext } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import type { FurtherWords } from '../i18n/further-words.ts'
import { LANGUAGES } from '../i18n/languages.ts'
import { isLanguage, type Language } from '../settings/language-tags.ts'
import { type Lazy, lazily } from './lazily.tsx'
import { useDictionary } from './page-context.ts'

const Further = createContext<FurtherWords | null>(null)

/** The words of what few come to see, in the language of the page; for components that are drawn by `lazilyWorded` alone. */
export function useFurtherWords(): FurtherWords {
  const words = useContext(Further)
  if (words === null) throw new Error('drawn by none that fetched its words')
  return words
}

/** The language that the document is in. */
const languageOfDocument = (): Language => {
  const { lang } = document.documentElement
  return isLanguage(lang) ? lang : 'en'
}

/**
 * A component whose code and words are fetched when it is first drawn: a call that never shows it loads neither. When the language
 * changes, the former words go on until those of the new one are there.
 */
export function lazilyWorded<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  instead?: Parameters<typeof lazily>[1],
): Lazy<Props> {
  return lazily(async () => {
    const first = languageOfDocument()
    const [Component, firstWords] = await Promise.all([load(), LANGUAGES[first].loadFurther()])
    const held = signal({ language: first, words: firstWords })
    return function InLanguage(props: Props) {
      const { language } = useDictionary()
      useEffect(() => {
        if (held.peek().language === language) return
        let isWanted = true
        LANGUAGES[language].loadFurther().then((words) => {
          if (isWanted) held.value = { language, words }
        }, reportError)
        return () => {
          isWanted = false
        }
      }, [language])
      return (
        <Further.Provider value={held.value.words}>
          <Component {...props} />
        </Further.Provider>
      )
    }
  }, instead)
}
