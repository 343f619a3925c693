import { VolumeX } from 'lucide'
import type { JSX } from 'preact'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'

interface SilencedMarkProps {
  readonly person: Person
  readonly hear: RoomSession['hear']
}

/** That one does not hear somebody by one's own wish; a press undoes it. Nothing where one does. */
export function SilencedMark({ person, hear }: SilencedMarkProps): JSX.Element | null {
  const { people: words } = useWords()
  if (!person.hearing.silenced) return null
  return (
    <button
      type="button"
      class="silenced-mark"
      data-action="hear-again"
      aria-label={words.hearAgain(person.name)}
      title={words.hearAgain(person.name)}
      onClick={() => hear(person.id, { silenced: false })}
    >
      <Icon node={VolumeX} />
    </button>
  )
}
