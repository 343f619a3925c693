import { VolumeX } from 'lucide'
import type { JSX } from 'preact'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
import { hearingOf } from './hearing.ts'

interface SilencedMarkProps {
  readonly person: Person
  readonly session: RoomSession
}

/** That one does not hear somebody by one's own wish; a press undoes it. Nothing where one does. */
export function SilencedMark({ person, session }: SilencedMarkProps): JSX.Element | null {
  const { people: words } = useWords()
  const hearing = hearingOf(session)
  if (!hearing.of(person.id).silenced) return null
  return (
    <button
      type="button"
      class="silenced-mark"
      data-action="hear-again"
      aria-label={words.hearAgain(person.name)}
      title={words.hearAgain(person.name)}
      onClick={() => hearing.hear(person.id, { silenced: false })}
    >
      <Icon node={VolumeX} />
    </button>
  )
}
