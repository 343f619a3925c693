import { type Signal, useSignal } from '@preact/signals'
import { EllipsisVertical, Mic, MicOff } from 'lucide'
import type { JSX } from 'preact'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'
import { HandMark } from '../hands/hand-mark.tsx'
import { hearingOf } from '../hearing/hearing.ts'
import { SilencedMark } from '../hearing/silenced-mark.tsx'
import { useForbidden } from '../moderation/use-forbidden.ts'
import type { PanelName } from '../panel/panel.ts'
import { OwnName } from './own-name.tsx'
import { PersonMenu } from './person-menu.tsx'

interface PersonRowProps {
  readonly person: Person
  readonly session: RoomSession
  readonly panel: Signal<PanelName | null>
}

/** One person, how they stand, and what one may do about it. */
export function PersonRow({ person, session, panel }: PersonRowProps): JSX.Element {
  const { people, room } = useWords()
  const words = useFurtherWords()
  const open = useSignal(false)
  const menuId = `menu-${person.id}`
  const moderated = session.view.value.moderates && !(person.self && person.creator)
  const { chat: silenced } = useForbidden(session)
  const reachable = !person.self && silenced === undefined
  const hasMenu = moderated || !person.self
  const facts = [
    ...(person.self ? [room.you] : []),
    ...(person.role === 'moderator' ? [person.creator ? words.door.creator : room.moderator] : []),
    ...(person.microphone === 'muted' ? [room.muted] : []),
    ...(person.microphone === 'none' ? [room.noMicrophone] : []),
    ...(hearingOf(session).of(person.id).silenced ? [people.silenced] : []),
  ]
  return (
    <li class="person" data-person={person.name}>
      <Badge name={person.name} />
      <div class="person-text">
        <bdi class="name">{person.name}</bdi>
        {facts.length > 0 && <small>{facts.join(', ')}</small>}
      </div>
      {person.hand !== null && <HandMark place={person.hand} />}
      <SilencedMark person={person} session={session} />
      <span class="microphone-mark" data-microphone={person.microphone}>
        <Icon node={person.microphone === 'on' ? Mic : MicOff} />
      </span>
      {person.self && <OwnName session={session} />}
      {hasMenu && (
        <button
          type="button"
          class="button square bare"
          data-action="person-menu"
          aria-label={words.people.actions(person.name)}
          title={words.people.actions(person.name)}
          aria-expanded={open.value}
          aria-controls={open.value ? menuId : undefined}
          onClick={() => {
            open.value = !open.value
          }}
        >
          <Icon node={EllipsisVertical} />
        </button>
      )}
      {open.value && hasMenu && (
        <PersonMenu
          id={menuId}
          person={person}
          session={session}
          panel={panel}
          moderated={moderated}
          reachable={reachable}
        />
      )}
    </li>
  )
}
