import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { tidyLine } from '../../../protocol/names/display-name.ts'
import type { RoomMessages } from '../../core/session/room-messages.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { PollAnswers } from './poll-answers.tsx'
import { POLL_MIN_OPTIONS, POLL_QUESTION_MAX_LENGTH, type Question } from './poll-payload.ts'

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
      <PollAnswers options={draft.value.options} onChange={(options) => change({ options })} />
      <Check name="multiple" checked={draft.value.multiple} onChange={(multiple) => change({ multiple })}>
        {polls.multiple}
      </Check>
      <Check name="anonymous" checked={draft.value.anonymous} onChange={(anonymous) => change({ anonymous })}>
        {polls.anonymous}
        <small>{polls.anonymousHint}</small>
      </Check>
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

interface CheckProps {
  readonly name: 'multiple' | 'anonymous'
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ComponentChildren
}

/** How it may be answered. */
function Check({ name, checked, onChange, children }: CheckProps): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
