import { ScreenShare, ScreenShareOff } from 'lucide'
import type { JSX } from 'preact'
import { canShareScreen } from '../../capture/screen-capture.ts'
import type { RoomSession } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'

/** Shares the screen, or stops it; not there where the browser cannot. */
export function ShareButton({ session }: { readonly session: RoomSession }): JSX.Element | null {
  const { screens: words } = useWords()
  if (!canShareScreen()) return null
  const sharing = session.view.value.screens.some((screen) => screen.self)
  const label = sharing ? words.stop : words.share
  return (
    <button
      type="button"
      class="tool"
      data-action="share-screen"
      data-sharing={sharing ? '' : undefined}
      title={label}
      onClick={() => session.setScreenShare(!sharing).catch(reportError)}
    >
      <Icon node={sharing ? ScreenShareOff : ScreenShare} />
      <span class="tool-label">{label}</span>
    </button>
  )
}
