import { ScreenShare, ScreenShareOff } from 'lucide'
import type { JSX } from 'preact'
import { canShareScreen } from '../../capture/screen-capture.ts'
import type { RoomSession } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { ToolButton } from '../parts/tool-button.tsx'

/** Shares the screen, or stops it; not there where the browser cannot. */
export function ShareButton({ session }: { readonly session: RoomSession }): JSX.Element | null {
  const { screens: words } = useWords()
  if (!canShareScreen()) return null
  const sharing = session.view.value.screens.some((screen) => screen.self)
  return (
    <ToolButton
      data-action="share-screen"
      data-sharing={sharing ? '' : undefined}
      icon={sharing ? ScreenShareOff : ScreenShare}
      label={sharing ? words.stop : words.share}
      onClick={() => session.setScreenShare(!sharing).catch(reportError)}
    />
  )
}
