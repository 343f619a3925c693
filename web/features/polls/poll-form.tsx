import { useSignal } from '@preact/signals'
import { Plus, X } from 'lucide'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { tidyLine } from '../../../protocol/names/display-name.ts'
import type { RoomMessages } from '../../core/session/room-messages.ts'
import { Icon } from '../../ui/icon.tsx'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import {
  POLL_MAX_OPTIONS,
  POLL_MIN_OPTIONS,
  POLL_OPTION_MAX_LENGTH,
  POLL_QUESTION_MAX_LENGTH,
  type Question,
} from './poll-payload.ts'

interface PollFormProps {
  readonly messages: RoomMessages
  readonly onDone: () => void
}

const EMPTY: Question = { do: 'ask', question: '', options: ['', ''], multiple: false, anonymous: false }

/** The question as it can be asked: empty answers left out; null where it is none yet. */
function tidy(draft: Question): Question | null {
  const question = tidyLine(draft.question)
  const options = [...new Set(draft.options.map(tidyLine))].filter((option) => option !== '')
  return question === '' || options.length < POLL_MIN_OPTIONS ? null : { ...draft, question, options }
}

/** A question of one's own: what is asked, what may be answered, and how. */
export function PollForm({ messages, onDone }: PollFormProps): JSX.Element {
  const { polls } = useFurtherWords()
  const draft = useSignal(EMPTY)
  const problem = useSignal<'incomplete' | 'failed' | null>(null)
  const first = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const change = (part: Partial<Question>): void => {
    draft.value = { ...draft.value, ...part }
  }
  const ask = async (): Promise<void> => {
    const question = tidy(draft.value)
    if (!question) {
      problem.value = 'incomplete'
      return
    }
    try {
      await messages.send('poll', { to: 'everyone' }, JSON.stringify(question))
      onDone()
    } catch (error) {
      problem.value = 'failed'
      console.warn('polls: not asked', error)
    }
  }
  return (
    <form
      class="stack poll-form"
      onSubmit={(event) => {
        event.preventDefault()
        ask().catch(reportError)
      }}
    >
      <label class="field">
        <span class="field-name">{polls.question}</span>
        <input
          ref={first}
          name="question"
          maxLength={POLL_QUESTION_MAX_LENGTH}
          value={draft.value.question}
          onInput={(event) => change({ question: event.currentTarget.value })}
        />
      </label>
      <Answers options={draft.value.options} onChange={(options) => change({ options })} />
      <label class="check">
        <input
          type="checkbox"
          name="multiple"
          checked={draft.value.multiple}
          onChange={(event) => change({ multiple: event.currentTarget.checked })}
        />
        <span>{polls.multiple}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          name="anonymous"
          checked={draft.value.anonymous}
          onChange={(event) => change({ anonymous: event.currentTarget.checked })}
        />
        <span>
          {polls.anonymous}
          <small>{polls.anonymousHint}</small>
        </span>
      </label>
      <p class="field-problem" role="alert">
        {problem.value === null ? '' : polls[problem.value]}
      </p>
      <div class="choices">
        <button type="submit" class="button honey" data-action="poll-ask">
          {polls.ask}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {polls.cancel}
        </button>
      </div>
    </form>
  )
}

interface AnswersProps {
  readonly options: readonly string[]
  readonly onChange: (options: string[]) => void
}

function Answers({ options, onChange }: AnswersProps): JSX.Element {
  const { polls } = useFurtherWords()
  return (
    <div class="stack tight">
      {options.map((option, index) => (
        <div key={index} class="with-button">
          <input
            name="answer"
            aria-label={polls.answer(index + 1)}
            placeholder={polls.answer(index + 1)}
            maxLength={POLL_OPTION_MAX_LENGTH}
            value={option}
            onInput={(event) => onChange(options.toSpliced(index, 1, event.currentTarget.value))}
          />
          {options.length > POLL_MIN_OPTIONS && (
            <button
              type="button"
              class="button square bare"
              aria-label={polls.removeAnswer(index + 1)}
              title={polls.removeAnswer(index + 1)}
              onClick={() => onChange(options.toSpliced(index, 1))}
            >
              <Icon node={X} />
            </button>
          )}
        </div>
      ))}
      {options.length < POLL_MAX_OPTIONS && (
        <button
          type="button"
          class="button small bare start"
          data-action="poll-add-answer"
          onClick={() => onChange([...options, ''])}
        >
          <Icon node={Plus} />
          {polls.addAnswer}
        </button>
      )}
    </div>
  )
}
