import { Mic, MicOff } from 'lucide'
import type { JSX } from 'preact'
import type { Person } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { Badge } from '../parts/badge.tsx'
import { Icon } from '../parts/icon.tsx'
import type { PanelProps } from './panels.ts'

/** Everybody in the room, in the order of arrival. */
export function PeoplePanel({ session }: PanelProps): JSX.Element {
  const { people } = session.view.value
  return (
    <ul class="people">
      {people.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
    </ul>
  )
}

function PersonRow({ person }: { readonly person: Person }): JSX.Element {
  const { room } = useWords()
  const facts = [
    ...(person.self ? [room.you] : []),
    ...(person.role === 'moderator' ? [room.moderator] : []),
    ...(person.microphone === 'muted' ? [room.muted] : []),
    ...(person.microphone === 'none' ? [room.noMicrophone] : []),
  ]
  return (
    <li class="person">
      <Badge name={person.name} />
      <div class="person-text">
        <span class="name">{person.name}</span>
        {facts.length > 0 && <small>{facts.join(', ')}</small>}
      </div>
      <span class="microphone-mark" data-microphone={person.microphone}>
        <Icon node={person.microphone === 'on' ? Mic : MicOff} />
      </span>
    </li>
  )
}
