import { Maximize, Minimize } from 'lucide'
import type { JSX } from 'preact'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import { canFillScreen, toggleRoomFullScreen, useFullScreen } from '../stage/full-screen.ts'
import type { PanelProps } from './panels.ts'

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
