import type { JSX } from 'preact'
import type { RoomLink } from '../../features/invite/room-link.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useWords } from '../../ui/page-context.ts'
import { LinkForm } from './link-form.tsx'
import type { LinkReason } from './link-reason.ts'
import { SpokenWordsForm } from './spoken-words-form.tsx'

interface LinkViewProps {
  /** By which one did not come in. */
  readonly link: RoomLink
  readonly reason: LinkReason
  /** Comes in by that one. */
  readonly onLink: (link: RoomLink) => void
  readonly onHome: () => void
}

/** One does not come in by the link that one has: says why, and takes another. */
export function LinkView({ link, reason, onLink, onHome }: LinkViewProps): JSX.Element {
  const { room } = link
  const { before, after } = useWords()
  const words = useFurtherWords().link
  const { title, text } = words[reason]
  const goHome = (event: MouseEvent): void => {
    event.preventDefault()
    onHome()
  }
  return (
    <div class="sheet">
      <Masthead />
      <main class="message" data-view="link" data-reason={reason}>
        <div>
          <p class="eyebrow">{before.room(room)}</p>
          <h1 tabIndex={-1}>{title}</h1>
        </div>
        <p>{text}</p>
        {reason !== 'plain-room' && reason !== 'not-encrypted' && (
          <>
            <LinkForm onLink={onLink} />
            <SpokenWordsForm room={room} onLink={onLink} />
          </>
        )}
        <div class="choices">
          {reason === 'plain-room' && (
            <button
              type="button"
              class="button honey"
              data-action="join-plainly"
              onClick={() => onLink({ room, secret: null })}
            >
              {words.joinPlainly}
            </button>
          )}
          {reason === 'not-encrypted' && (
            <button type="button" class="button honey" data-action="try-again" onClick={() => onLink(link)}>
              {after.tryAgain}
            </button>
          )}
          <a class="button" href="/" data-action="home" onClick={goHome}>
            {after.home}
          </a>
        </div>
      </main>
    </div>
  )
}
