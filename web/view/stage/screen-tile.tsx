import { ScreenShare } from 'lucide'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { SharedScreen } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import { Face } from './face.tsx'
import { toggleFullScreen } from './full-screen.ts'
import type { TileProps } from './tile.tsx'
import { TileTools } from './tile-tools.tsx'
import { useTileWatch } from './use-tile-watch.ts'

/** A shared screen, all of it visible; a double click shows it on the whole display. */
export function ScreenTile({
  screen,
  watch,
  pinned,
  onPin,
  large,
}: TileProps & { readonly screen: SharedScreen }): JSX.Element {
  const { screens } = useWords()
  const tile = useRef<HTMLElement>(null)
  useTileWatch(tile, watch, screen.producer, 'screen')
  const title = screen.self ? screens.own : screens.of(screen.name)
  return (
    <article
      ref={tile}
      class="tile screen-tile"
      data-screen={screen.owner}
      data-own={screen.self ? '' : undefined}
      data-pinned={pinned ? '' : undefined}
      data-large={large ? '' : undefined}
      aria-label={title}
      onDblClick={() => toggleFullScreen(tile.current)}
    >
      {screen.video !== null && (
        <Face name={screen.name} track={screen.video} mirrored={false} ages={false} />
      )}
      <p class="name-tag" title={title}>
        <Icon node={ScreenShare} />
        <span class="name">{title}</span>
      </p>
      <TileTools
        tile={tile}
        of={title}
        pinned={pinned}
        onPin={onPin}
        watchable={large && screen.video !== null}
      />
    </article>
  )
}
