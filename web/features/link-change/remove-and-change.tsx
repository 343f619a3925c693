import { UserX } from 'lucide'
import type { JSX } from 'preact'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import type { Attempt } from '../../ui/hooks/use-attempt.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Surely } from '../../ui/surely.tsx'
import { linkChangeOf } from './link-change.ts'
import { whyNotChange } from './why-not.ts'

interface RemoveAndChangeProps {
  readonly person: Pick<Person, 'id' | 'name'>
  readonly session: RoomSession
  readonly attempt: Attempt['attempt']
}

/** Puts somebody out of an encrypted room, and has the link that they know lead in no longer. */
export function RemoveAndChange({ person, session, attempt }: RemoveAndChangeProps): JSX.Element {
  const { linkChange: words } = useFurtherWords()
  const control = linkChangeOf(session)
  const why = whyNotChange(session.view.value, words)
  const whyId = `no-link-change-${person.id}`
  return (
    <li>
      <Surely
        hook="remove-change"
        look="danger"
        icon={UserX}
        label={control.busy.value ? words.moment : words.remove}
        question={words.removeSure(person.name)}
        yes={words.removeYes}
        no={words.no}
        disabled={why !== null}
        describedBy={why === null ? undefined : whyId}
        onYes={() => attempt(() => control.remove(person.id))}
      />
      {why !== null && (
        <p class="quiet why-not" id={whyId}>
          {why}
        </p>
      )}
    </li>
  )
}
