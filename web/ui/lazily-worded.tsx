import { signal } from '@preact/signals'
import { type ComponentType, createContext } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import { LANGUAGES, type LanguageEntry } from '../i18n/languages.ts'
import { isLanguage, type Language } from '../settings/language-tags.ts'
import { type Lazy, lazily } from './lazily.tsx'
import { useDictionary } from './page-context.ts'

/** The language that the document is in. */
const languageOfDocument = (): Language => {
  const { lang } = document.documentElement
  return isLanguage(lang) ? lang : 'en'
}

/** Words that are loaded with what says them: components that come with their words, and those words within these. */
interface WordSet<Words> {
  /**
   * A component whose code and words are fetched when it is first drawn: a call that never shows it loads neither. When the
   * language changes, the former words go on until those of the new one are there.
   */
  readonly lazily: <Props extends object>(
    load: () => Promise<ComponentType<Props>>,
    instead?: Parameters<typeof lazily>[1],
  ) => Lazy<Props>
  /** The words in the language of the page; for what is drawn within such a component alone. */
  readonly useWords: () => Words
}

function wordSet<Words>(loadWords: (language: LanguageEntry) => Promise<Words>): WordSet<Awaited<Words>> {
  const Within = createContext<Awaited<Words> | null>(null)
  return {
    lazily: (load, instead) =>
      lazily(async () => {
        const first = languageOfDocument()
        const [Component, firstWords] = await Promise.all([load(), loadWords(LANGUAGES[first])])
        const held = signal({ language: first, words: firstWords })
        return function InLanguage(props) {
          const { language } = useDictionary()
          useEffect(() => {
            if (held.peek().language === language) return
            let isWanted = true
            const follow = async (): Promise<void> => {
              const words = await loadWords(LANGUAGES[language])
              if (isWanted) held.value = { language, words }
            }
            follow().catch(reportError)
            return () => {
              isWanted = false
            }
          }, [language])
          return (
            <Within.Provider value={held.value.words}>
              <Component {...props} />
            </Within.Provider>
          )
        }
      }, instead),
    useWords: () => {
      const words = useContext(Within)
      if (words === null) throw new Error('drawn by none that fetched its words')
      return words
    },
  }
}

/** What is said at home. */
export const { lazily: lazilyAtHome, useWords: useHomeWords } = wordSet((language) => language.loadAtHome())

/** What panels say, and what few come to see. */
export const { lazily: lazilyWorded, useWords: useFurtherWords } = wordSet((language) =>
  language.loadFurther(),
)
