import type { JSX } from 'preact'
import { SPOKEN_WORDS } from '../../../protocol/limits.ts'
import type { TypedWords } from '../../i18n/word-lists/typed-words.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { type SpokenWordsFormProps, useWordsEntry } from './use-words-entry.ts'

/** The field for the words that somebody was told: each is looked up as it is typed. */
export function SpokenWordsForm(props: SpokenWordsFormProps): JSX.Element {
  const { spoken: words } = useFurtherWords().link
  const { text, problem, busy, field, typed, open } = useWordsEntry(props)
  const countOf = (read: TypedWords | null): string =>
    read === null ? '' : words.count(known(read), SPOKEN_WORDS)
  return (
    <form class="stack password-form" onSubmit={open} aria-busy={busy.value} noValidate>
      <div class="field">
        <label class="field-name" for="room-words">
          {words.field}
        </label>
        <div class="with-button">
          <input
            ref={field}
            id="room-words"
            value={text.value}
            readOnly={busy.value}
            autocomplete="off"
            autocapitalize="none"
            enterKeyHint="go"
            spellcheck={false}
            aria-invalid={problem.value !== null}
            aria-describedby="room-words-hint room-words-problem"
            onInput={(event) => {
              text.value = event.currentTarget.value
              problem.value = null
            }}
          />
          <button type="submit" class="button" data-action="use-words">
            {words.open}
          </button>
        </div>
        <p id="room-words-hint" class="field-note">
          {words.hint}
        </p>
        {typed !== null && <TypedList typed={typed} />}
        <p class="field-note" role="status">
          {busy.value ? words.moment : text.value.trim() === '' ? '' : countOf(typed)}
        </p>
        <p id="room-words-problem" class="field-problem" role="alert">
          {problem.value === null ? '' : words.problems[problem.value]}
        </p>
      </div>
    </form>
  )
}

const known = ({ words }: TypedWords): number => words.filter(({ word }) => word !== null).length

/** The words as they are read, with what is none of them marked; the last may only not be typed to its end. */
function TypedList({ typed: { language, words } }: { readonly typed: TypedWords }): JSX.Element {
  const { notAWord } = useFurtherWords().link.spoken
  const stateOf = (at: number): 'known' | 'begun' | 'unknown' => {
    const one = words[at]
    if (one?.word) return 'known'
    return one?.begun && at === words.length - 1 ? 'begun' : 'unknown'
  }
  return (
    <ol class="typed-words" lang={language}>
      {words.map(({ typed, word }, at) => (
        <li key={at} data-state={stateOf(at)}>
          {word ?? typed}
          {stateOf(at) === 'unknown' && <span class="visually-hidden"> {notAWord}</span>}
        </li>
      ))}
    </ol>
  )
}
