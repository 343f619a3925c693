import type { JSX } from 'preact'

/** Cells of the comb on the home page: column, row, and how it is filled. Chosen by eye. */
const CELLS = [
  [1, 0, 'pale'],
  [2, 0, 'line'],
  [0, 1, 'line'],
  [1, 1, 'honey'],
  [2, 1, 'person'],
  [0, 2, 'person'],
  [1, 2, 'pale'],
  [2, 2, 'honey'],
  [3, 2, 'line'],
  [0, 3, 'pale'],
  [1, 3, 'person'],
  [2, 3, 'pale'],
  [1, 4, 'line'],
  [2, 4, 'honey'],
] as const

const RADIUS = 46
const HEXAGON = [30, 90, 150, 210, 270, 330]
  .map((degrees) => (degrees * Math.PI) / 180)
  .map((angle) => `${(RADIUS * Math.cos(angle)).toFixed(1)},${(RADIUS * Math.sin(angle)).toFixed(1)}`)
  .join(' ')

/** A piece of comb with people in it: decoration, on wide screens only. */
export function Comb(): JSX.Element {
  return (
    <svg class="comb" viewBox="0 0 400 450" aria-hidden="true">
      {CELLS.map(([column, row, look]) => (
        <g
          key={`${column}-${row}`}
          class={`cell-${look}`}
          transform={`translate(${60 + column * 88 + (row % 2) * 44} ${62 + row * 77})`}
        >
          <polygon points={HEXAGON} />
          {look === 'person' && (
            <>
              <circle cy="-9" r="10" />
              <path d="M-18 20a18 16 0 0 1 36 0z" />
            </>
          )}
        </g>
      ))}
    </svg>
  )
}
