import { type Signal, useSignal } from '@preact/signals'
import { MessageSquare, UserX } from 'lucide'
import type { JSX } from 'preact'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import { useAttempt } from '../../ui/hooks/use-attempt.ts'
import { Icon } from '../../ui/icon.tsx'
import { lazilyWorded, useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Surely } from '../../ui/surely.tsx'
import { chatOf } from '../chat/chat-of-room.ts'
import { HearingControls } from '../hearing/hearing-controls.tsx'
import { moderationOf } from '../moderation/moderation.ts'
import type { PanelName } from '../panel/panel.ts'
import { personChoices } from './person-choices.ts'

/** Only encrypted rooms have a link that can be changed. */
const RemoveAndChange = lazilyWorded(
  async () => (await import('../link-change/remove-and-change.tsx')).RemoveAndChange,
)

interface PersonMenuProps {
  readonly id: string
  readonly person: Person
  readonly session: RoomSession
  readonly panel: Signal<PanelName | null>
  /** Whether one may do to them what moderators may. */
  readonly moderated: boolean
  /** Whether one may write to them. */
  readonly reachable: boolean
}

/** What one may do about somebody; what leaves no trace elsewhere is told here. */
export function PersonMenu({
  id,
  person,
  session,
  panel,
  moderated,
  reachable,
}: PersonMenuProps): JSX.Element {
  const { people: words } = useFurtherWords()
  const { failed, attempt } = useAttempt()
  const done = useSignal<string | null>(null)
  const choices = moderated ? personChoices(person, session, words) : []
  return (
    <div id={id} class="person-menu">
      {!person.self && <HearingControls person={person} session={session} />}
      <ul class="menu">
        {reachable && <PrivateMessage person={person} session={session} panel={panel} />}
        {choices.map(({ action, icon, label, act }) => (
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
        {moderated && !person.self && !person.creator && (
          <li>
            <Surely
              hook="remove"
              look="danger"
              icon={UserX}
              label={words.remove}
              question={words.removeSure(person.name)}
              yes={words.removeYes}
              no={words.removeNo}
              onYes={() => attempt(() => moderationOf(session).remove(person.id))}
            />
          </li>
        )}
        {moderated && !person.self && !person.creator && session.view.value.encryption !== 'none' && (
          <RemoveAndChange person={person} session={session} attempt={attempt} />
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

/** Goes to the chat, to write to that person alone. */
function PrivateMessage({
  person,
  session,
  panel,
}: Pick<PersonMenuProps, 'person' | 'session' | 'panel'>): JSX.Element {
  const { people: words } = useFurtherWords()
  const write = (): void => {
    chatOf(session).addressee.value = { to: 'peer', peer: person.id }
    panel.value = 'chat'
  }
  return (
    <li>
      <button type="button" data-action="message" onClick={write}>
        <Icon node={MessageSquare} />
        <span>{words.message}</span>
      </button>
    </li>
  )
}
