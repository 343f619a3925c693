import { inColumns } from '../common/columns.ts'
import { type Spread, spreadOf } from '../common/spread.ts'
import type { Contestant } from './contestants.ts'
import type { SentOfLayer } from './crowd.ts'
import type { Received } from './received.ts'

/** What was found of one contestant. */
export interface Summary {
  readonly name: string
  readonly title: string
  readonly kilobitsPerSecond: Spread
  readonly megapixelsPerSecond: Spread
  readonly pictures: Spread
}

export const summarise = ({ name, title }: Contestant, runs: readonly Received[]): Summary => ({
  name,
  title,
  kilobitsPerSecond: spreadOf(runs.map((run) => run.bitsPerSecond / 1e3)),
  megapixelsPerSecond: spreadOf(runs.map((run) => run.pixelsPerSecond / 1e6)),
  pictures: spreadOf(runs.map((run) => run.pictures)),
})

const HEADINGS = ['what one looks at', 'pictures', 'kbit/s', 'of all', 'Mpixel/s', 'of all']

/** Medians as text, for a person, each as a part of the first's. */
export function tableOf(summaries: readonly Summary[]): string {
  const [reference] = summaries
  if (!reference) throw new Error('nothing was measured')
  const rows = [HEADINGS, ...summaries.map((summary) => rowOf(summary, reference))]
  return inColumns(rows).join('\n')
}

const rowOf = (summary: Summary, reference: Summary): string[] => [
  summary.title,
  summary.pictures.median.toFixed(0),
  summary.kilobitsPerSecond.median.toFixed(0),
  partOf(summary.kilobitsPerSecond, reference.kilobitsPerSecond),
  summary.megapixelsPerSecond.median.toFixed(2),
  partOf(summary.megapixelsPerSecond, reference.megapixelsPerSecond),
]

const partOf = ({ median }: Spread, reference: Spread): string =>
  `${((100 * median) / reference.median).toFixed(0)} %`

/** What one look found, for whoever waits for the others. */
export const receivedLine = ({ pictures, bitsPerSecond, pixelsPerSecond }: Received): string =>
  `${pictures} pictures, ${(bitsPerSecond / 1e3).toFixed(0)} kbit/s, ${(pixelsPerSecond / 1e6).toFixed(2)} Mpixel/s`

/** What each camera of the crowd sent meanwhile, layer by layer: medians, and the fewest pictures a second of all. */
export const sentLine = (layers: readonly SentOfLayer[]): string =>
  `sent ${layers.map(layerText).join(', ')}, at least ${Math.min(
    ...layers.map(({ framesPerSecond }) => framesPerSecond.min),
  ).toFixed(1)} pictures/s`

const layerText = ({ lines, kilobitsPerSecond }: SentOfLayer): string =>
  `${kilobitsPerSecond.median.toFixed(0)} kbit/s of ${lines} lines`
