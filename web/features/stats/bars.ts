/** A bar of a chart, in hundredths of its width and height; y counts down from the top. */
export interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How much of its place a bar fills; the rest is the gap to the next. */
const FILLED = 0.72
/** So that a single day is no wall. */
const WIDEST = 6

/** The end of the scale: the smallest round number that is not below any of the values. */
export function scaleEnd(values: readonly number[]): number {
  const most = Math.max(1, ...values)
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((end) => end >= most) ?? 10 * power
}

/** A bar for each value, from the left. */
export function barsOf(values: readonly number[]): Bar[] {
  const end = scaleEnd(values)
  const place = 100 / Math.max(1, values.length)
  const width = Math.min(place * FILLED, WIDEST)
  return values.map((value, i) => {
    const height = (value / end) * 100
    return { x: i * place + (place - width) / 2, y: 100 - height, width, height }
  })
}
