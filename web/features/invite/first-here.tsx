import type { JSX } from 'preact'
import type { RoomSession } from '../../core/session/room-session.ts'
import { lazily } from '../../ui/lazily.tsx'
import { useWords } from '../../ui/page-context.ts'
import { CarriedBy } from '../connection/carried-by.tsx'
import { ShareLink } from './share-link.tsx'

/** Where one moderates, and others may still come. */
const FirstPassword = lazily(async () => (await import('../door/first-password.tsx')).FirstPassword)

interface FirstHereProps {
  readonly link: string
  readonly session: RoomSession
}

/** Nobody else is here yet: the link to share, beside one's own picture, a password for the room, and who carries it. */
export function FirstHere({ link, session }: FirstHereProps): JSX.Element {
  const { first } = useWords()
  const { carriedBy, encryption, moderates } = session.view.value
  return (
    <section class="first-here">
      <h2>{first.title}</h2>
      <p>{first.text}</p>
      <ShareLink link={link} first />
      {moderates && (
        <div class="first-password">
          <FirstPassword session={session} />
        </div>
      )}
      <CarriedBy by={carriedBy} when="carriedBy" encrypted={encryption !== 'none'} />
    </section>
  )
}
