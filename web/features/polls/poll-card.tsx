import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import type { VotePayload } from './poll-payload.ts'
import type { Poll } from './poll-results.ts'

interface PollCardProps {
  readonly poll: Poll
  readonly session: RoomSession
}

/** One poll: voting while it is open, and what it comes to, always. */
export function PollCard({ poll, session }: PollCardProps): JSX.Element {
  const { polls } = useFurtherWords()
  const { people, moderates } = session.view.value
  const self = people.find((person) => person.self)?.id
  const mine = poll.asker === self
  /** What is marked and not sent yet. */
  const marked = useSignal<readonly number[] | null>(null)
  const failed = useSignal(false)
  const chosen = marked.value ?? poll.own
  const changed = marked.value !== null && !sameChoice(marked.value, poll.own)
  const attempt = async (what: () => Promise<unknown>): Promise<void> => {
    failed.value = false
    try {
      await what()
      marked.value = null
    } catch (error) {
      failed.value = true
      console.warn('polls:', error)
    }
  }
  const mark = (index: number, on: boolean): void => {
    if (!poll.multiple) marked.value = [index]
    else marked.value = on ? [...chosen, index] : chosen.filter((each) => each !== index)
  }
  return (
    <form
      class="poll stack tight"
      data-poll={poll.id}
      data-open={poll.open ? '' : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        attempt(() => sendVote(poll, chosen, session)).catch(reportError)
      }}
    >
      <fieldset>
        <legend>
          <small>{mine ? polls.youAsk : polls.asks(poll.askerName)}</small>
          <bdi>{poll.question}</bdi>
        </legend>
        {poll.options.map((_, index) => (
          <PollOption key={index} poll={poll} index={index} checked={chosen.includes(index)} onMark={mark} />
        ))}
      </fieldset>
      <p class="quiet">
        {poll.open ? '' : `${polls.closed} · `}
        {polls.voted(poll.voters)}
      </p>
      {poll.anonymous && <p class="quiet">{mine ? polls.youCount : polls.counts(poll.askerName)}</p>}
      <p class="field-problem" role="alert">
        {failed.value ? polls.failed : ''}
      </p>
      {poll.open && (
        <PollButtons
          isChange={poll.own.length > 0}
          votes={changed}
          onClose={
            mine || moderates ? () => attempt(() => sendClose(poll, session)).catch(reportError) : undefined
          }
        />
      )}
    </form>
  )
}

interface PollButtonsProps {
  /** Whether one has voted already. */
  readonly isChange: boolean
  /** Whether there is a vote to send. */
  readonly votes: boolean
  /** Where one may close it. */
  readonly onClose: (() => void) | undefined
}

function PollButtons({ isChange, votes, onClose }: PollButtonsProps): JSX.Element {
  const { polls } = useFurtherWords()
  return (
    <div class="choices">
      <button type="submit" class="button small" data-action="poll-vote" disabled={!votes}>
        {isChange ? polls.change : polls.vote}
      </button>
      {onClose && (
        <button type="button" class="button small bare" data-action="poll-close" onClick={onClose}>
          {polls.close}
        </button>
      )}
    </div>
  )
}

interface PollOptionProps {
  readonly poll: Poll
  readonly index: number
  readonly checked: boolean
  readonly onMark: (index: number, on: boolean) => void
}

function PollOption({ poll, index, checked, onMark }: PollOptionProps): JSX.Element {
  const { polls } = useFurtherWords()
  const option = poll.options[index]
  const share = poll.voters === 0 ? 0 : (option?.count ?? 0) / poll.voters
  return (
    <div class="poll-option" data-own={poll.own.includes(index) ? '' : undefined}>
      <label class="check">
        <input
          type={poll.multiple ? 'checkbox' : 'radio'}
          name={`poll-${poll.id}`}
          checked={checked}
          disabled={!poll.open}
          onChange={(event) => onMark(index, event.currentTarget.checked)}
        />
        <bdi>{option?.text}</bdi>
        <span class="poll-count">
          <span class="visually-hidden">{polls.votes(option?.count ?? 0)}</span>
          <span aria-hidden="true">{option?.count}</span>
        </span>
      </label>
      <span class="share-bar" aria-hidden="true" style={{ '--share': share }} />
      {option?.chosenBy && option.chosenBy.length > 0 && (
        <small class="quiet">{option.chosenBy.join(', ')}</small>
      )}
    </div>
  )
}

const sameChoice = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((choice) => other.includes(choice))

/** Anonymous votes are for whoever counts them, and for nobody else. */
function sendVote(poll: Poll, choices: readonly number[], { messages }: RoomSession): Promise<unknown> {
  const payload: VotePayload = { do: 'vote', poll: poll.id, choices: [...choices] }
  const addressee = poll.anonymous
    ? ({ to: 'peer', peer: poll.asker } as const)
    : ({ to: 'everyone' } as const)
  return messages.send('vote', addressee, JSON.stringify(payload))
}

const sendClose = (poll: Poll, { messages }: RoomSession): Promise<unknown> =>
  messages.send('poll', { to: 'everyone' }, JSON.stringify({ do: 'close', poll: poll.id }))
