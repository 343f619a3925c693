import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import type { PanelProps } from '../panel/panel.ts'
import { PollCard } from './poll-card.tsx'
import { PollForm } from './poll-form.tsx'
import { usePolls } from './use-polls.ts'

/** What was asked, the latest first, and the way to ask. */
export function PollsPanel({ session }: PanelProps): JSX.Element {
  const { polls: words } = useFurtherWords()
  const asking = useSignal(false)
  const polls = usePolls(session)
  const { permissions, moderates } = session.view.value
  const mayAsk = permissions.chat || moderates
  return (
    <div class="stack">
      {!mayAsk && <p class="quiet">{words.notAllowed}</p>}
      {mayAsk && !asking.value && (
        <button
          type="button"
          class="button honey"
          data-action="poll-start"
          onClick={() => {
            asking.value = true
          }}
        >
          {words.start}
        </button>
      )}
      {mayAsk && asking.value && (
        <PollForm
          messages={session.messages}
          onDone={() => {
            asking.value = false
          }}
        />
      )}
      {polls.length === 0 && !asking.value && <p class="quiet">{words.none}</p>}
      {polls.map((poll) => (
        <PollCard key={poll.id} poll={poll} session={session} />
      ))}
    </div>
  )
}
