import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Coordinates } from '../../../protocol/http/lender.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { DRAWN_HEIGHT, DRAWN_WIDTH, landCells } from './land-cells.ts'
import { frameOf, MAP_RATIO } from './map-frame.ts'
import { marksOn, type RankedNode } from './ranked.ts'

const placesOf = (nodes: readonly RankedNode[]): Coordinates[] =>
  nodes.flatMap(({ at }) => (at === null ? [] : [at]))

/** Of many only the first is named: the others' marks would be covered. */
const numbers = ([first, second, ...others]: readonly RankedNode[]): string => {
  if (others.length > 0) return `${first?.rank} +${others.length + 1}`
  return second ? `${first?.rank} · ${second.rank}` : `${first?.rank}`
}

/** Where the nodes stand, each by its number on the list; nothing where nobody said where. */
export function SwarmMap({ nodes }: { readonly nodes: readonly RankedNode[] }): JSX.Element | null {
  const { swarm: words } = useFurtherWords()
  const places = placesOf(nodes)
  // Who comes and goes does not move the map: only where they stand does.
  const shown = places
    .map(({ latitude, longitude }) => `${latitude} ${longitude}`)
    .toSorted()
    .join()
  const frame = useMemo(() => frameOf(places), [shown])
  const land = useMemo(() => landCells(frame), [frame])
  if (places.length === 0) return null
  return (
    <figure class="map" role="img" aria-label={words.map(places.length)}>
      <svg viewBox={`0 0 ${DRAWN_WIDTH} ${DRAWN_HEIGHT}`} aria-hidden="true">
        <path class="map-land" d={land} />
      </svg>
      {marksOn(frame, nodes, MAP_RATIO).map(({ x, y, nodes: here }) => (
        <span
          key={here.map(({ node }) => node).join()}
          class="map-mark"
          data-away={here.every(({ connected }) => !connected)}
          style={{ left: `${x}%`, top: `${y}%` }}
          title={here.map(({ name }) => name).join(', ')}
        >
          {numbers(here)}
        </span>
      ))}
    </figure>
  )
}
