import { ChevronRight, type IconNode } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import type { PanelName, PanelProps } from './panel.ts'

interface PanelItemProps extends Pick<PanelProps, 'open'> {
  readonly name: PanelName
  readonly icon: IconNode
  readonly title: string
  /** How things stand there. */
  readonly note?: string
}

/** The way to another panel, in a list of them. */
export const PanelItem = ({ open, name, icon, title, note }: PanelItemProps): JSX.Element => (
  <li>
    <button
      type="button"
      data-action={name}
      onClick={() => {
        open.value = name
      }}
    >
      <Icon node={icon} />
      <span>
        {title}
        {note !== undefined && <small>{note}</small>}
      </span>
      <Icon node={ChevronRight} along />
    </button>
  </li>
)
