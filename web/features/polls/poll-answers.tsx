import { Plus, X } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { POLL_MAX_OPTIONS, POLL_MIN_OPTIONS, POLL_OPTION_MAX_LENGTH } from './poll-payload.ts'

interface PollAnswersProps {
  readonly options: readonly string[]
  readonly onChange: (options: string[]) => void
}

/** The answers among which others may choose, as they are being written. */
export function PollAnswers({ options, onChange }: PollAnswersProps): JSX.Element {
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
