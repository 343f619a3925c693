import type { Signal } from '@preact/signals'
import type { IconNode } from 'lucide'
import type { JSX } from 'preact'
import { ToolButton } from '../../ui/tool-button.tsx'
import { PANEL_ID, type PanelName } from './panel.ts'

interface PanelButtonProps {
  readonly panel: PanelName
  readonly open: Signal<PanelName | null>
  readonly icon: IconNode
  readonly label: string
  readonly shortcut?: string
  readonly count?: number
  readonly look?: string
}

/** Opens the panel, or closes it where it is the open one. */
export const togglePanel = (open: Signal<PanelName | null>, panel: PanelName): void => {
  open.value = open.peek() === panel ? null : panel
}

/** A button of the bar that opens a panel. */
export function PanelButton({ panel, open, ...button }: PanelButtonProps): JSX.Element {
  const isOpen = open.value === panel
  return (
    <ToolButton
      {...button}
      data-action={panel}
      aria-expanded={isOpen}
      aria-controls={isOpen ? PANEL_ID : undefined}
      onClick={() => togglePanel(open, panel)}
    />
  )
}
