import { useSignal } from '@preact/signals'
import type { JSX, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Person, RoomSession, SharedScreen } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import type { Grid } from './best-grid.ts'
import { ScreenTile } from './screen-tile.tsx'
import { stageLayout } from './stage-layout.ts'
import { Tile } from './tile.tsx'
import { TileWatch } from './tile-watch.ts'

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
}

/** Everybody in the grid that makes the smallest tile largest, or in a strip beside the screens that others share. */
export function Stage({ people, screens, show }: StageProps): JSX.Element {
  const { room } = useWords()
  const stage = useRef<HTMLElement>(null)
  const { width, height, textScale } = useSize(stage)
  const watch = useWatch(show)
  // One's own screen is in front of one already: small is enough.
  const large = screens.filter((screen) => !screen.self)
  const own = screens.filter((screen) => screen.self)
  const layout = stageLayout(people.length + own.length, large.length, width, height, GAP, textScale)
  const { scrolls } = layout.people
  return (
    <section ref={stage} class="stage" aria-label={room.people} data-direction={layout.direction}>
      {layout.screens && (
        <div class="grid screens" style={styleOf(layout.screens)}>
          {large.map((screen) => (
            <ScreenTile key={screen.owner} screen={screen} watch={watch} />
          ))}
        </div>
      )}
      <div
        key="crowd"
        class="crowd"
        data-scrolls={scrolls ? '' : undefined}
        style={{ width: `${layout.strip.width}px`, height: `${layout.strip.height}px` }}
        // What scrolls must be reachable by keyboard, and not every browser sees to it.
        tabIndex={scrolls ? 0 : undefined}
      >
        <div class="grid" style={styleOf(layout.people)}>
          {own.map((screen) => (
            <ScreenTile key={`screen-${screen.owner}`} screen={screen} watch={watch} />
          ))}
          {people.map((person) => (
            <Tile key={person.id} person={person} watch={watch} />
          ))}
        </div>
      </div>
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
