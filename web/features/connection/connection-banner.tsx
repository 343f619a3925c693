import { CloudOff, LoaderCircle, TriangleAlert } from 'lucide'
import type { JSX } from 'preact'
import type { RoomView } from '../../core/session/room-session.ts'
import { useAfter } from '../../ui/hooks/use-after.ts'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import { useWords } from '../../ui/page-context.ts'
import { type ConnectionNotice, connectionNoticeOf } from './connection-notice.ts'

const SAY_AFTER_MS = 300
const ADVISE_AFTER_MS = 5_000

/** What keeps the call from being whole: after 300 ms in a word, after 5 s with what one can do. */
export function ConnectionBanner({ view }: { readonly view: RoomView }): JSX.Element {
  const notice = connectionNoticeOf(view)
  const say = useAfter(notice, SAY_AFTER_MS)
  const advise = useAfter(notice, ADVISE_AFTER_MS)
  const { notice: words } = useWords()
  const shown = say ? notice : null
  return (
    <div class="notice-place" role="status">
      {shown !== null && (
        <NoticeCard
          key={shown}
          icon={ICONS[shown]}
          data-notice={shown}
          data-turns={ICONS[shown] === LoaderCircle ? '' : undefined}
          {...(!hasAdvice(shown) && { mark: { label: words[shown], byItself: true } })}
        >
          {advise && hasAdvice(shown) ? words[`${shown}Long`] : words[shown]}
        </NoticeCard>
      )}
    </div>
  )
}

/** Those that say at once all there is to say. */
const PLAIN = ['waiting', 'noRelay', 'relaySpent', 'voicesOnly', 'unsupported'] as const

const hasAdvice = (notice: ConnectionNotice): notice is Exclude<ConnectionNotice, (typeof PLAIN)[number]> =>
  PLAIN.every((plain) => plain !== notice)

const ICONS = {
  joining: LoaderCircle,
  reconnecting: LoaderCircle,
  mediaReconnecting: LoaderCircle,
  starting: LoaderCircle,
  waiting: CloudOff,
  noRelay: TriangleAlert,
  relaySpent: TriangleAlert,
  voicesOnly: TriangleAlert,
  unsupported: TriangleAlert,
}
