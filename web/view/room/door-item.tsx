import { ChevronRight, DoorClosed, DoorOpen } from 'lucide'
import type { JSX } from 'preact'
import type { RoomSession } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import { doorStateOf } from './door-state.ts'

interface DoorItemProps {
  readonly session: RoomSession
  readonly onOpen: () => void
}

/** Moderators go to the door from here; the others see how it stands, where it is not simply open. */
export function DoorItem({ session, onOpen }: DoorItemProps): JSX.Element | null {
  const { door } = useWords()
  const view = session.view.value
  const state = doorStateOf(view)
  const icon = <Icon node={state === 'open' ? DoorOpen : DoorClosed} />
  if (!view.moderates)
    return state === 'open' ? null : (
      <li class="menu-note">
        {icon}
        <span>{door.state[state]}</span>
      </li>
    )
  const { waiting } = view
  return (
    <li>
      <button type="button" data-action="door" onClick={onOpen}>
        {icon}
        <span>
          {door.title}
          <small>{waiting.length > 0 ? door.waiting(waiting.length) : door.state[state]}</small>
        </span>
        <Icon node={ChevronRight} along />
      </button>
    </li>
  )
}
