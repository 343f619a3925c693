import type { IconNode } from 'lucide'
import { Maximize, PictureInPicture2, Pin, PinOff } from 'lucide'
import type { ComponentChildren, JSX, RefObject } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
import { canFillScreen, toggleFullScreen } from './full-screen/full-screen.ts'

interface TileToolsProps {
  readonly tile: RefObject<HTMLElement | null>
  /** Of whom or what, for screen readers. */
  readonly of: string
  readonly pinned: boolean
  /** Null where it cannot be pinned. */
  readonly onPin: (() => void) | null
  /** Whether it is large enough to be looked at by itself, and has a picture. */
  readonly watchable: boolean
  /** What else one can do with this tile. */
  readonly children?: ComponentChildren
}

const canFloat = (): boolean => document.pictureInPictureEnabled === true

/** Shows a picture in a small window over all others, or takes it back. */
function toggleFloating(tile: HTMLElement | null): void {
  const video = tile?.querySelector('video')
  if (!video) return
  const turned =
    document.pictureInPictureElement === video
      ? document.exitPictureInPicture()
      : video.requestPictureInPicture()
  turned.catch(reportError)
}

/** What one can do with a tile: pin it; show its picture above other windows, or on the whole display. */
export function TileTools({ tile, of, pinned, onPin, watchable, children }: TileToolsProps): JSX.Element {
  const { layout, screens } = useWords()
  return (
    <div class="tile-tools">
      {children}
      {onPin && (
        <TileTool
          action="pin"
          icon={pinned ? PinOff : Pin}
          label={pinned ? layout.unpin : layout.pin}
          of={of}
          onClick={onPin}
        />
      )}
      {watchable && canFloat() && (
        <TileTool
          action="float"
          icon={PictureInPicture2}
          label={layout.float}
          of={of}
          onClick={() => toggleFloating(tile.current)}
        />
      )}
      {watchable && canFillScreen() && (
        <TileTool
          action="full-screen"
          icon={Maximize}
          label={screens.fullScreen}
          of={of}
          onClick={() => toggleFullScreen(tile.current, true)}
        />
      )}
    </div>
  )
}

interface TileToolProps {
  readonly action: string
  readonly icon: IconNode
  readonly label: string
  readonly of: string
  readonly onClick: () => void
}

const TileTool = ({ action, icon, label, of, onClick }: TileToolProps): JSX.Element => (
  <button type="button" data-action={action} aria-label={`${label}: ${of}`} title={label} onClick={onClick}>
    <Icon node={icon} />
  </button>
)
