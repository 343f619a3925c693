import { Maximize, ScreenShare } from 'lucide'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { SharedScreen } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import { Picture } from '../parts/picture.tsx'
import type { TileWatch } from './tile-watch.ts'
import { useTileWatch } from './use-tile-watch.ts'

interface ScreenTileProps {
  readonly screen: SharedScreen
  readonly watch: TileWatch | null
}

/** A shared screen, all of it visible; a double click or its button shows it on the whole display. */
export function ScreenTile({ screen, watch }: ScreenTileProps): JSX.Element {
  const { screens } = useWords()
  const tile = useRef<HTMLElement>(null)
  useTileWatch(tile, watch, screen.producer, 'screen')
  const title = screen.self ? screens.own : screens.of(screen.name)
  const enlarge = (): void => {
    const turned = document.fullscreenElement ? document.exitFullscreen() : tile.current?.requestFullscreen()
    turned?.catch(reportError)
  }
  return (
    <article
      ref={tile}
      class="tile screen-tile"
      data-screen={screen.owner}
      data-own={screen.self ? '' : undefined}
      aria-label={title}
      onDblClick={enlarge}
    >
      {screen.video !== null && <Picture track={screen.video} mirrored={false} />}
      <p class="name-tag" title={title}>
        <Icon node={ScreenShare} />
        <span class="name">{title}</span>
      </p>
      {document.fullscreenEnabled && (
        <button
          type="button"
          class="button square enlarge"
          data-action="full-screen"
          aria-label={screens.fullScreen}
          title={screens.fullScreen}
          onClick={enlarge}
        >
          <Icon node={Maximize} />
        </button>
      )}
    </article>
  )
}
