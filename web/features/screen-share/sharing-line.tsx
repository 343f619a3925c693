import { ScreenShareOff } from 'lucide'
import type { JSX } from 'preact'
import type { SharedScreen } from '../../core/session/room-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
import { Picture } from '../../ui/picture.tsx'

interface SharingLineProps {
  readonly screen: SharedScreen
  readonly pinned: boolean
  readonly onPin: () => void
  readonly onStop: () => void
}

/**
 * One's own shared screen in a line: that one shares, a picture of what the others see as small as a stamp, and the way to
 * stop. Shown as large as theirs it would show itself, and itself in that. Whoever wants to read it presses the stamp.
 */
export function SharingLine({ screen, pinned, onPin, onStop }: SharingLineProps): JSX.Element {
  const { layout, screens } = useWords()
  return (
    <div class="sharing-line">
      {!pinned && screen.video !== null && (
        <article class="own-screen" data-screen={screen.owner} data-own aria-label={screens.own}>
          <Picture track={screen.video} mirrored={false} />
          <button
            type="button"
            data-action="pin-own"
            aria-label={`${layout.pin}: ${screens.own}`}
            title={layout.pin}
            onClick={onPin}
          />
        </article>
      )}
      <p>{screens.sharing}</p>
      <button type="button" class="button small" data-action="stop-sharing" onClick={onStop}>
        <Icon node={ScreenShareOff} />
        <span>{screens.stop}</span>
      </button>
    </div>
  )
}
