import { useSignal } from '@preact/signals'
import { UserX } from 'lucide'
import type { JSX } from 'preact'
import type { Person, RoomSession } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import { personChoices } from './person-choices.ts'
import { useAttempt } from './use-attempt.ts'

interface PersonMenuProps {
  readonly id: string
  readonly person: Person
  readonly session: RoomSession
}

/** What a moderator may do about somebody; what leaves no trace elsewhere is told here. */
export function PersonMenu({ id, person, session }: PersonMenuProps): JSX.Element {
  const { people: words } = useWords()
  const { failed, attempt } = useAttempt()
  const done = useSignal<string | null>(null)
  return (
    <div id={id} class="person-menu">
      <ul class="menu">
        {personChoices(person, session, words).map(({ action, icon, label, act }) => (
          <li key={action}>
            <button
              type="button"
              data-action={action}
              onClick={() =>
                attempt(async () => {
                  done.value = null
                  await act()
                  done.value = action
                })
              }
            >
              <Icon node={icon} />
              <span>{label}</span>
            </button>
          </li>
        ))}
        {!person.self && !person.creator && (
          <Removal name={person.name} onRemove={() => attempt(() => session.moderation.remove(person.id))} />
        )}
      </ul>
      <p class="quiet" role="status">
        {done.value === 'ask-unmute' ? words.asked : ''}
      </p>
      <p class="field-problem" role="alert">
        {failed.value ? words.failed : ''}
      </p>
    </div>
  )
}

interface RemovalProps {
  readonly name: string
  readonly onRemove: () => void
}

/** Removing asks once more: it cannot be undone. */
function Removal({ name, onRemove }: RemovalProps): JSX.Element {
  const { people: words } = useWords()
  const sure = useSignal(false)
  const ask = (asking: boolean) => (): void => {
    sure.value = asking
  }
  if (!sure.value)
    return (
      <li>
        <button type="button" class="danger" data-action="remove" onClick={ask(true)}>
          <Icon node={UserX} />
          <span>{words.remove}</span>
        </button>
      </li>
    )
  return (
    <li class="removal">
      <div class="stack tight" role="alert">
        <p dir="auto">{words.removeSure(name)}</p>
        <div class="choices">
          <button type="button" class="button small" data-action="remove-yes" onClick={onRemove}>
            {words.removeYes}
          </button>
          <button type="button" class="button small" data-action="remove-no" onClick={ask(false)}>
            {words.removeNo}
          </button>
        </div>
      </div>
    </li>
  )
}
