import { useSignal } from '@preact/signals'
import { Vote } from 'lucide'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { NoticeActions } from '../../ui/notices/notice-actions.tsx'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import type { NoticeProps } from '../panel/panel.ts'
import { countVotes } from './poll-counter.ts'
import { usePolls } from './use-polls.ts'

/** Says that somebody asks, until one has voted or wants to do it later; and counts what is ours to count. */
export function PollNotice({ session, open }: NoticeProps): JSX.Element | null {
  const { polls } = useFurtherWords()
  /** Polls up to this one were put off. */
  const seen = useSignal(0)
  useEffect(() => countVotes(session), [session])
  const asked = usePolls(session)
  const self = session.view.value.people.find((person) => person.self)?.id
  const showing = open.value === 'polls'
  const latest = asked[0]?.id ?? 0
  useEffect(() => {
    if (showing) seen.value = latest
  }, [showing, latest, seen])

  const waiting = asked.find(
    (poll) => poll.open && poll.id > seen.value && poll.asker !== self && poll.own.length === 0,
  )
  if (!waiting || showing) return null
  return (
    <NoticeCard
      icon={Vote}
      data-notice="poll"
      actions={
        <NoticeActions
          actions={[
            {
              action: 'poll-look',
              label: polls.look,
              act: () => {
                open.value = 'polls'
              },
            },
            {
              action: 'poll-later',
              label: polls.later,
              look: 'bare',
              act: () => {
                seen.value = waiting.id
              },
            },
          ]}
        />
      }
    >
      <span>{polls.invites(waiting.askerName)}</span> <bdi class="notice-quote">{waiting.question}</bdi>
    </NoticeCard>
  )
}
