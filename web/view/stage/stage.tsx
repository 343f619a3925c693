import { useSignal } from '@preact/signals'
import type { JSX, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { LocalMedia } from '../../capture/local-media.ts'
import type { Person, RoomSession, SharedScreen } from '../../session/room-session.ts'
import { useSettings, useWords } from '../page-context.ts'
import { arrange, type StageItem } from './arrangement.ts'
import type { Grid } from './best-grid.ts'
import { ScreenTile } from './screen-tile.tsx'
import { stageLayout } from './stage-layout.ts'
import { Tile } from './tile.tsx'
import { TileWatch } from './tile-watch.ts'
import { useSpeakerFocus } from './use-speaker-focus.ts'

const GAP = 8

interface Size {
  readonly width: number
  readonly height: number
  /** How much larger than usual the person has set the letters. */
  readonly textScale: number
}

const USUAL_TEXT_PX = 16

const textScaleNow = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TEXT_PX

interface StageProps {
  readonly people: readonly Person[]
  readonly screens: readonly SharedScreen[]
  readonly show: RoomSession['show']
  readonly hear: RoomSession['hear']
  readonly localMedia: LocalMedia
}

/** Up to so many tiles each is large enough to be looked at by itself. */
const FEW = 4

/** Everybody, as the chosen layout, what is pinned and the shape of the window have it. */
export function Stage({ people, screens, show, hear, localMedia }: StageProps): JSX.Element {
  const { room } = useWords()
  const stage = useRef<HTMLElement>(null)
  const { width, height, textScale } = useSize(stage)
  const watch = useWatch(show)
  const pinned = useSignal<string | null>(null)
  const { layout: chosen, hidesSelf } = useSettings().value.value
  const { person: focus, spoke } = useSpeakerFocus(people)
  const { large, small } = arrange(people, screens, {
    layout: chosen,
    pinned: pinned.value,
    hidesSelf,
    focus,
    spoke,
  })
  const layout = stageLayout({
    small: small.length,
    large: large.length,
    faces: large.every(({ what }) => what === 'person'),
    width,
    height,
    gap: GAP,
    textScale,
  })
  const tileOf = (item: StageItem, isLarge: boolean): JSX.Element => {
    const given = {
      watch,
      pinned: item.key === pinned.value,
      large: isLarge,
      onPin: () => {
        pinned.value = item.key === pinned.peek() ? null : item.key
      },
    }
    return item.what === 'screen' ? (
      <ScreenTile key={item.key} screen={item.screen} {...given} />
    ) : (
      <Tile
        key={item.key}
        person={item.person}
        localMedia={localMedia}
        live={item.live}
        rank={item.rank}
        hear={hear}
        {...given}
      />
    )
  }
  const few = large.length === 0 && small.length <= FEW
  const { scrolls } = layout.small
  return (
    <section
      ref={stage}
      class="stage"
      aria-label={room.people}
      data-layout={chosen}
      data-direction={layout.direction}
    >
      {layout.large && (
        <div class="grid large-tiles" style={styleOf(layout.large)}>
          {large.map((item) => tileOf(item, true))}
        </div>
      )}
      {small.length > 0 && (
        <div
          key="crowd"
          class="crowd"
          data-scrolls={scrolls ? '' : undefined}
          style={{ width: `${layout.strip.width}px`, height: `${layout.strip.height}px` }}
          // What scrolls must be reachable by keyboard, and not every browser sees to it.
          tabIndex={scrolls ? 0 : undefined}
        >
          <div class="grid" style={styleOf(layout.small)}>
            {small.map((item) => tileOf(item, few))}
          </div>
        </div>
      )}
    </section>
  )
}

const styleOf = ({ columns, tileWidth, tileHeight }: Grid): Record<string, string> => ({
  '--tile-width': `${tileWidth}px`,
  '--tile-height': `${tileHeight}px`,
  '--grid-width': `${columns * (tileWidth + GAP) - GAP}px`,
  '--gap': `${GAP}px`,
})

function useSize(stage: RefObject<HTMLElement | null>): Size {
  const size = useSignal<Size>({ width: 0, height: 0, textScale: 1 })
  useLayoutEffect(() => {
    const element = stage.current
    if (element === null) return
    const measure = (): void => {
      size.value = {
        width: element.clientWidth,
        height: element.clientHeight,
        textScale: textScaleNow(),
      }
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [stage, size])
  return size.value
}

/** Watches the tiles for as long as the stage is there; null until it is. */
function useWatch(show: RoomSession['show']): TileWatch | null {
  const watch = useSignal<TileWatch | null>(null)
  useLayoutEffect(() => {
    const opened = new TileWatch(show)
    watch.value = opened
    return () => opened.close()
  }, [watch, show])
  return watch.value
}
