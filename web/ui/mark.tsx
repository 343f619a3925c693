import type { JSX } from 'preact'

/** A pointy-topped hexagon of circumradius 1 around (x, y), in the units of a comb whose cells touch. */
const hexagon = (x: number, y: number, radius: number): string =>
  [30, 90, 150, 210, 270, 330]
    .map((degrees) => {
      const angle = (degrees * Math.PI) / 180
      return `${(x + radius * Math.cos(angle)).toFixed(2)},${(y + radius * Math.sin(angle)).toFixed(2)}`
    })
    .join(' ')

/** Centres of the three cells, in a box of 24. */
const CELLS = [
  [12, 6.6],
  [6.8, 15.6],
  [17.2, 15.6],
] as const

/** The mark: three cells of a honeycomb. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      {CELLS.map(([x, y]) => (
        <polygon key={y * 100 + x} points={hexagon(x, y, 5.2)} />
      ))}
    </svg>
  )
}
