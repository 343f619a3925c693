import { ScreenShare } from 'lucide'
import type { JSX, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { SharedScreen } from '../../core/session/room-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
import { Face } from './face.tsx'
import { toggleFullScreen } from './full-screen/full-screen.ts'
import type { TileProps } from './tile.tsx'
import { TileTools } from './tile-tools.tsx'
import { hovers } from './use-touched.ts'
import type { TileWatch } from './watch/tile-watch.ts'
import { useTileWatch } from './watch/use-tile-watch.ts'

/**
 * A shared screen, all of it visible: its name stands over it, not on it. Fingers enlarge it where it is large, and a
 * double click shows it on the whole display.
 */
export function ScreenTile({
  screen,
  watch,
  pinned,
  onPin,
  large,
  placed,
}: TileProps & { readonly screen: SharedScreen }): JSX.Element {
  const { screens } = useWords()
  const tile = useRef<HTMLElement>(null)
  const view = useRef<HTMLDivElement>(null)
  useTileWatch(tile, watch, screen.producer, 'screen')
  usePinching(tile, view, watch, large)
  const title = screen.self ? screens.own : screens.of(screen.name)
  return (
    <article
      {...placed}
      ref={tile}
      class="tile screen-tile"
      data-screen={screen.owner}
      data-own={screen.self ? '' : undefined}
      data-pinned={pinned ? '' : undefined}
      aria-label={title}
      onDblClick={() => hovers() && toggleFullScreen(tile.current, true)}
    >
      <header class="caption">
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
      </header>
      <div ref={view} class="screen-view" data-pinches={large ? '' : undefined}>
        {screen.video !== null && (
          <Face name={screen.name} track={screen.video} mirrored={false} ages={false} />
        )}
      </div>
    </article>
  )
}

/** Fetches what fingers need where the screen is large, and asks for as many pixels as are looked at. */
function usePinching(
  tile: RefObject<HTMLElement | null>,
  view: RefObject<HTMLElement | null>,
  watch: TileWatch | null,
  large: boolean,
): void {
  useEffect(() => {
    if (!large) return
    let end: (() => void) | null = null
    let gone = false
    import('./zoom/pinching.ts').then(({ letPinch }) => {
      if (gone || !view.current) return
      end = letPinch(view.current, (scale) => tile.current && watch?.enlarge(tile.current, scale))
    }, reportError)
    return () => {
      gone = true
      end?.()
    }
  }, [tile, view, watch, large])
}
