import { type Signal, signal } from '@preact/signals'
import type { JSX } from 'preact'
import { perSession } from '../../../core/session/per-session.ts'
import type { RoomSession } from '../../../core/session/room-session.ts'
import { LANGUAGES } from '../../../i18n/languages.ts'
import { isLanguage, LANGUAGE_TAGS, type Language } from '../../../settings/language-tags.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { useDictionary } from '../../../ui/page-context.ts'
import { MissingPart } from '../../newer-page/missing-part.tsx'
import { useComparedWords } from './use-compared-words.ts'

/** In which language the words are, for those who agreed on another one than that of their pages; null: that of the page. */
const chosenLanguageOf = perSession((): Signal<Language | null> => signal(null))

interface CompareWordsProps {
  readonly session: RoomSession
  /** Of the keys as they are now. */
  readonly authenticator: Uint8Array
}

/** Six words that are the same for all who have the same keys: to be read aloud, and compared. */
export function CompareWords({ session, authenticator }: CompareWordsProps): JSX.Element {
  const { compare } = useFurtherWords().explained
  const chosen = chosenLanguageOf(session)
  const ofPage = useDictionary().language
  const language = chosen.value ?? ofPage
  const { words, tryAgain, renewed } = useComparedWords(authenticator, language)
  return (
    <section class="stack tight" data-compare>
      <h3>{compare.title}</h3>
      <p>{compare.how}</p>
      {tryAgain ? <MissingPart onTryAgain={tryAgain} /> : <WordsInOrder words={words} language={language} />}
      <p class="quiet" role="status" data-renewed={renewed}>
        {renewed ? compare.renewed : compare.change}
      </p>
      <label class="field">
        <span class="field-name">{compare.language}</span>
        <select
          data-setting="compared-language"
          value={language}
          onChange={({ currentTarget: { value } }) => {
            if (isLanguage(value)) chosen.value = value
          }}
        >
          {LANGUAGE_TAGS.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {LANGUAGES[tag].name}
            </option>
          ))}
        </select>
      </label>
      <p>{compare.same}</p>
      <p>{compare.differ}</p>
    </section>
  )
}

interface WordsInOrderProps {
  /** Null while they are on their way. */
  readonly words: readonly string[] | null
  readonly language: Language
}

function WordsInOrder({ words, language }: WordsInOrderProps): JSX.Element {
  return (
    <ol class="compared-words" aria-busy={words === null}>
      {words?.map((word, at) => (
        <li key={`${at} ${word}`} lang={language}>
          {word}
        </li>
      ))}
    </ol>
  )
}
