import { Info, Mic } from 'lucide'
import type { JSX } from 'preact'
import type { LocalMedia } from '../../capture/local-media.ts'
import type { NewsItem } from '../../session/news.ts'
import type { RoomSession } from '../../session/room-session.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'

interface NewsCardsProps {
  readonly session: RoomSession
  readonly localMedia: LocalMedia
}

/** What happened to us lately, above the faces and out of their way; a question has its answers beside it. */
export function NewsCards({ session, localMedia }: NewsCardsProps): JSX.Element {
  const words = useWords()
  return (
    <div class="notice-place" role="status">
      {session.news.list.value.map((item) => (
        <div key={item.id} class="notice" data-news={item.what}>
          <Icon node={item.what === 'unmute-asked' ? Mic : Info} />
          <span dir="auto">{sentence(item, words)}</span>
          {item.what === 'unmute-asked' && (
            <Answers
              onYes={() => localMedia.setMicrophone(true).catch(reportError)}
              onAny={() => session.news.dismiss(item.id)}
            />
          )}
        </div>
      ))}
    </div>
  )
}

function sentence(item: NewsItem, { news }: Words): string {
  switch (item.what) {
    case 'source-stopped':
      return news.stopped[item.source === 'screen-audio' ? 'screen' : item.source](item.by)
    case 'unmute-asked':
      return news.unmuteAsked(item.by)
    default:
      return news[item.what]
  }
}

interface AnswersProps {
  readonly onYes: () => void
  readonly onAny: () => void
}

function Answers({ onYes, onAny }: AnswersProps): JSX.Element {
  const { news } = useWords()
  return (
    <span class="notice-answers">
      <button
        type="button"
        class="button small honey"
        data-action="accept-unmute"
        onClick={() => {
          onYes()
          onAny()
        }}
      >
        {news.unmute}
      </button>
      <button type="button" class="button small" data-action="dismiss-unmute" onClick={onAny}>
        {news.notNow}
      </button>
    </span>
  )
}
