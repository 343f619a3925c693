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
}

/** Everybody in the grid that makes the smallest tile largest; it scrolls only when faces would become dots. */
export function Stage({ people }: { readonly people: readonly Person[] }): JSX.Element {
  const { room } = useWords()
  const stage = useRef<HTMLElement>(null)
  const size = useSignal<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = stage.current
    if (element === null) return
    const measure = (): void => {
      size.value = { width: element.clientWidth, height: element.clientHeight }
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [size])

  const { width, height } = size.value
  const grid = stageGrid(people.length, width, height, GAP)
  const style = {
    '--tile-width': `${grid.tileWidth}px`,
    '--tile-height': `${grid.tileHeight}px`,
    '--grid-width': `${grid.columns * (grid.tileWidth + GAP) - GAP}px`,
    '--gap': `${GAP}px`,
  }
  return (
    <section ref={stage} class="stage" aria-label={room.people} data-scrolls={grid.scrolls ? '' : undefined}>
      <div class="grid" style={style}>
        {people.map((person) => (
          <Tile key={person.id} person={person} />
        ))}
      </div>
    </section>
  )
}
