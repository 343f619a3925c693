import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Person } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { stageGrid } from './best-grid.ts'
import { Tile } from './tile.tsx'

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

/** Everybody in the grid that makes the smallest tile largest; it scrolls only when faces would become dots. */
export function Stage({ people }: { readonly people: readonly Person[] }): JSX.Element {
  const { room } = useWords()
  const stage = useRef<HTMLElement>(null)
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
  }, [size])

  const { width, height, textScale } = size.value
  const grid = stageGrid(people.length, width, height, GAP, textScale)
  const style = {
    '--tile-width': `${grid.tileWidth}px`,
    '--tile-height': `${grid.tileHeight}px`,
    '--grid-width': `${grid.columns * (grid.tileWidth + GAP) - GAP}px`,
    '--gap': `${GAP}px`,
  }
  return (
    <section
      ref={stage}
      class="stage"
      aria-label={room.people}
      data-scrolls={grid.scrolls ? '' : undefined}
      // What scrolls must be reachable by keyboard, and not every browser sees to it.
      tabIndex={grid.scrolls ? 0 : undefined}
    >
      <div class="grid" style={style}>
        {people.map((person) => (
          <Tile key={person.id} person={person} />
        ))}
      </div>
    </section>
  )
}
