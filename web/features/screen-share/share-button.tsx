import { ScreenShare, ScreenShareOff } from 'lucide'
import type { JSX } from 'preact'
import { canShareScreen } from '../../core/capture/screen-capture.ts'
import type { RoomSession, RoomView } from '../../core/session/room-session.ts'
import { useWords } from '../../ui/page-context.ts'
import { ToolButton } from '../../ui/tool-button.tsx'
import { SHORTCUTS } from '../shortcuts/shortcuts.ts'

export const isSharing = ({ screens }: RoomView): boolean => screens.some((screen) => screen.self)

/** Shares one's screen, or stops it. */
export function toggleShare(session: RoomSession): void {
  if (!canShareScreen()) return
  if (isSharing(session.view.peek())) session.screen.stop()
  else session.screen.start().catch(reportError)
}

interface ShareButtonProps {
  readonly session: RoomSession
  /** Why one may not share for now. */
  readonly forbidden: string | undefined
}

/** Shares the screen, or stops it; not there where the browser cannot. */
export function ShareButton({ session, forbidden }: ShareButtonProps): JSX.Element | null {
  const { screens: words } = useWords()
  if (!canShareScreen()) return null
  const sharing = isSharing(session.view.value)
  return (
    <ToolButton
      data-action="share-screen"
      data-sharing={sharing ? '' : undefined}
      look="worded roomy-only"
      shortcut={SHORTCUTS.share}
      forbidden={forbidden}
      icon={sharing ? ScreenShareOff : ScreenShare}
      label={sharing ? words.stop : words.share}
      onClick={() => toggleShare(session)}
    />
  )
}
