import { type Signal, useSignal } from '@preact/signals'
import { MessageSquare, UserX } from 'lucide'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import { useAttempt } from '../../ui/hooks/use-attempt.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
import { chatOf } from '../chat/chat-of-room.ts'
import { HearingControls } from '../hearing/hearing-controls.tsx'
import { moderationOf } from '../moderation/moderation.ts'
import type { PanelName } from '../panel/panel.ts'
import { personChoices } from './person-choices.ts'

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
  const { people: words } = useWords()
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
          <Removal
            name={person.name}
            onRemove={() => attempt(() => moderationOf(session).remove(person.id))}
          />
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
  const { people: words } = useWords()
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

interface RemovalProps {
  readonly name: string
  readonly onRemove: () => void
}

/** Removing asks once more: it cannot be undone. */
function Removal({ name, onRemove }: RemovalProps): JSX.Element {
  const { people: words } = useWords()
  const sure = useSignal(false)
  const no = useRef<HTMLButtonElement>(null)
  // Whoever presses twice by mistake removes nobody.
  useLayoutEffect(() => no.current?.focus(), [sure.value])
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
          <button ref={no} type="button" class="button small" data-action="remove-no" onClick={ask(false)}>
            {words.removeNo}
          </button>
        </div>
      </div>
    </li>
  )
}
