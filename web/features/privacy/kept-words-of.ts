import type { Language } from '../../settings/language-tags.ts'
import type { KeptWords } from './kept-words.ts'

/** Long, and read by few: no part of the dictionaries, which everybody loads. */
const WORDS: Readonly<Record<Language, () => Promise<KeptWords>>> = {
  en: async () => (await import('./languages/en.ts')).kept,
  de: async () => (await import('./languages/de.ts')).kept,
  es: async () => (await import('./languages/es.ts')).kept,
  fr: async () => (await import('./languages/fr.ts')).kept,
  it: async () => (await import('./languages/it.ts')).kept,
}

/** What the page about privacy says in that language. Rejects where that does not arrive. */
export const keptWordsOf = (language: Language): Promise<KeptWords> => WORDS[language]()
