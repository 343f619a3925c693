import { LANGUAGE_TAGS, type Language } from '../../settings/language-tags.ts'
import type { WordLists } from './word-lists.ts'

/** So many letters of a word tell it from all others of its list. */
export const TELLING_LETTERS = 4

/** A word that somebody typed. */
interface TypedWord {
  /** As it was typed. */
  readonly typed: string
  /** The word of the list that is meant; null where it is none, or could still become several. */
  readonly word: string | null
  /** Whether some word of the list begins so: it may only not be typed to its end. */
  readonly begun: boolean
}

/** What somebody typed, read in the language that most of it is in. */
export interface TypedWords {
  readonly language: Language
  readonly words: readonly TypedWord[]
}

/** One writing of a word, however it is typed: lower case, without accents. */
export const foldWord = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The one writing of several words, however they were typed or shown: from it keys are made (D12). */
export const phraseOf = (words: readonly string[]): string => words.map(foldWord).join(' ')

/** What is typed, cut at all that is no letter: spaces, commas, numbers before the words. */
const splitWords = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')

/** A list, to be looked up by what is typed. */
class FoldedList {
  /** By its first letters, each word: as it is typed, and as it is shown. */
  readonly #told: ReadonlyMap<string, { readonly folded: string; readonly word: string }>
  /** All that a word of the list begins with and that does not tell it yet. */
  readonly #beginnings: ReadonlySet<string>

  constructor(words: readonly string[]) {
    const known = words.map((word) => ({ folded: foldWord(word), word }))
    this.#told = new Map(known.map((entry) => [entry.folded.slice(0, TELLING_LETTERS), entry]))
    this.#beginnings = new Set(
      known.flatMap(({ folded }) => [1, 2, 3].map((letters) => folded.slice(0, letters))),
    )
  }

  read(typed: string): TypedWord {
    const letters = foldWord(typed)
    const entry = this.#told.get(letters.slice(0, TELLING_LETTERS))
    const told = entry?.folded.startsWith(letters) ? entry.word : null
    return { typed, word: told, begun: told !== null || this.#beginnings.has(letters) }
  }
}

/** How well words fit a language: words that are meant, then those typed whole, then those begun. */
const fitOf = (words: readonly TypedWord[]): readonly number[] => [
  words.filter(({ word }) => word !== null).length,
  words.filter(({ typed, word }) => word !== null && foldWord(word) === foldWord(typed)).length,
  words.filter(({ begun }) => begun).length,
]

function fitsBetter(one: readonly number[], other: readonly number[]): boolean {
  const differs = one.findIndex((count, place) => count !== other[place])
  return differs !== -1 && (one[differs] ?? 0) > (other[differs] ?? 0)
}

/** Reads what somebody typed by one of the lists, whichever fits it; folds the lists once. */
export class WordReader {
  readonly #lists: Readonly<Record<Language, FoldedList>>

  constructor({ en, de, es, fr, it }: WordLists) {
    this.#lists = {
      en: new FoldedList(en),
      de: new FoldedList(de),
      es: new FoldedList(es),
      fr: new FoldedList(fr),
      it: new FoldedList(it),
    }
  }

  /**
   * @param text - Words in any case, with accents or without, spaces or commas between them; four letters of each are enough.
   * @param first - The language that is taken where several fit as well: the page's.
   */
  read(text: string, first: Language): TypedWords {
    const typed = splitWords(text)
    const readIn = (language: Language): TypedWords => ({
      language,
      words: typed.map((word) => this.#lists[language].read(word)),
    })
    return LANGUAGE_TAGS.map(readIn).reduce(
      (best, next) => (fitsBetter(fitOf(next.words), fitOf(best.words)) ? next : best),
      readIn(first),
    )
  }
}
