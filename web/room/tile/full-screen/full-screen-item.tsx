import { Maximize, Minimize } from 'lucide'
import type { JSX } from 'preact'
import type { PanelProps } from '../../../features/panel/panel.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../ui/page-context.ts'
import { canFillScreen, toggleRoomFullScreen, useFullScreen } from './full-screen.ts'

/** The whole room on the whole display, and back; nothing where the browser cannot. */
export function FullScreenItem({ open }: Pick<PanelProps, 'open'>): JSX.Element | null {
  const { screens } = useWords()
  const full = useFullScreen()
  if (!canFillScreen()) return null
  return (
    <li>
      <button
        type="button"
        data-action="full-room"
        data-on={full}
        onClick={() => {
          toggleRoomFullScreen()
          open.value = null
        }}
      >
        <Icon node={full ? Minimize : Maximize} />
        <span>{full ? screens.leaveFullScreen : screens.fullScreen}</span>
      </button>
    </li>
  )
}
