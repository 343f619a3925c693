import type { Language } from '../../settings/language-tags.ts'

/** Words of each list: 11 bits a word. */
export const WORD_LIST_LENGTH = 2048

/** The lists of all languages: any device reads words of any of them. */
export type WordLists = Readonly<Record<Language, readonly string[]>>

/** One chunk a language. English, French, Italian and Spanish are BIP-39's; it has no German. */
const LOADERS: Readonly<Record<Language, () => Promise<readonly string[]>>> = {
  en: async () => (await import('@scure/bip39/wordlists/english.js')).wordlist,
  de: async () => (await import('./german-words.ts')).GERMAN_WORDS,
  es: async () => (await import('@scure/bip39/wordlists/spanish.js')).wordlist,
  fr: async () => (await import('@scure/bip39/wordlists/french.js')).wordlist,
  it: async () => (await import('@scure/bip39/wordlists/italian.js')).wordlist,
}

/**
 * The 2,048 words of a language, to be shown and said aloud: a number of 11 bits is the word at that index.
 *
 * @throws where the chunk could not be fetched.
 */
export async function loadWordList(language: Language): Promise<readonly string[]> {
  // BIP-39 has accents as letters of their own (NFKD); people write, and fonts draw, the composed ones.
  return (await LOADERS[language]()).map((word) => word.normalize('NFC'))
}

/** All five, for words that somebody types: whoever said them may have spoken another language than this page. */
export async function loadWordLists(): Promise<WordLists> {
  const [en, de, es, fr, it] = await Promise.all([
    loadWordList('en'),
    loadWordList('de'),
    loadWordList('es'),
    loadWordList('fr'),
    loadWordList('it'),
  ])
  return { en, de, es, fr, it }
}
