import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Language } from '../settings/language-tags.ts'
import { LANGUAGES } from './languages.ts'
import type { Words } from './words.ts'

/** The words in use, and the language they are in: always the same of both. */
export interface Dictionary {
  readonly language: Language
  readonly words: Words
}

/**
 * The dictionary of the language that is wanted; the former one goes on while another is on its way, or where it does
 * not arrive. Rejects where even the first does not.
 */
export async function openDictionary(wanted: ReadonlySignal<Language>): Promise<ReadonlySignal<Dictionary>> {
  const first = wanted.peek()
  const dictionary = signal<Dictionary>({ language: first, words: await LANGUAGES[first].load() })
  effect(() => {
    const language = wanted.value
    if (language === dictionary.peek().language) return
    LANGUAGES[language]
      .load()
      .then((words) => {
        if (wanted.peek() === language) dictionary.value = { language, words }
      })
      .catch(reportError)
  })
  return dictionary
}
