import { DoorClosed, DoorOpen } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
import type { PanelProps } from '../panel/panel.ts'
import { PanelItem } from '../panel/panel-item.tsx'
import { doorStateOf } from './door-state.ts'

/** Moderators go to the door from here; the others see how it stands, where it is not simply open. */
export function DoorItem({ session, open }: Pick<PanelProps, 'session' | 'open'>): JSX.Element | null {
  const { door } = useWords()
  const { moderates, knocks, ...view } = session.view.value
  const state = doorStateOf(view)
  const icon = state === 'open' ? DoorOpen : DoorClosed
  if (moderates) {
    const note = knocks.length > 0 ? door.waiting(knocks.length) : door.state[state]
    return <PanelItem open={open} name="door" icon={icon} title={door.title} note={note} />
  }
  if (state === 'open') return null
  return (
    <li class="menu-note">
      <Icon node={icon} />
      <span>{door.state[state]}</span>
    </li>
  )
}
