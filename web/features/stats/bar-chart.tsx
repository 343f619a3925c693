import type { JSX } from 'preact'
import { useDictionary } from '../../ui/page-context.ts'
import { barsOf, scaleEnd } from './bars.ts'

/** One value of a chart. */
interface ChartValue {
  /** What it is the value of: a day, or a year. */
  readonly at: string
  readonly value: number
}

interface BarChartProps {
  readonly title: string
  readonly values: readonly ChartValue[]
  /** Says where the most is. */
  readonly inWords: (most: string, at: string) => string
}

/** A small chart of bars: its title and its peak in words, its ends named below. A table says the same elsewhere. */
export function BarChart({ title, values, inWords }: BarChartProps): JSX.Element {
  const { language } = useDictionary()
  const written = new Intl.NumberFormat(language)
  const numbers = values.map(({ value }) => value)
  const peak = values.reduce<ChartValue | null>(
    (most, value) => (most === null || value.value > most.value ? value : most),
    null,
  )
  const summary = peak === null ? '' : inWords(written.format(peak.value), peak.at)
  return (
    <figure class="chart">
      <figcaption>
        <strong>{title}</strong> <span class="quiet">{summary}</span>
      </figcaption>
      <div class="chart-plot">
        <span class="chart-scale quiet" aria-hidden="true">
          {written.format(scaleEnd(numbers))}
        </span>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={`${title}: ${summary}`}>
          <path class="chart-lines" d="M0 0H100M0 50H100" />
          {barsOf(numbers).map((bar, i) => (
            <rect key={values[i]?.at} class="chart-bar" {...bar}>
              <title>{`${values[i]?.at}: ${written.format(values[i]?.value ?? 0)}`}</title>
            </rect>
          ))}
          <path class="chart-floor" d="M0 100H100" />
        </svg>
      </div>
      <div class="chart-ends quiet" aria-hidden="true">
        <span>{values[0]?.at}</span>
        {values.length > 1 && <span>{values.at(-1)?.at}</span>}
      </div>
    </figure>
  )
}
