import { inColumns } from '../common/columns.ts'
import { type Spread, spreadOf } from '../common/spread.ts'
import type { Cost } from './measure.ts'
import type { Route } from './routes.ts'

/** What was found of one route with so many who receive. */
export interface Summary {
  readonly route: string
  readonly title: string
  readonly receivers: number
  readonly consumers: number
  readonly cpuMsPerConsumerSecond: Spread
  readonly kilobitsPerSecond: Spread
}

export function summarise({ name, title }: Route, receivers: number, runs: readonly Cost[]): Summary {
  return {
    route: name,
    title,
    receivers,
    consumers: runs[0]?.consumers ?? 0,
    cpuMsPerConsumerSecond: spreadOf(runs.map((run) => run.cpuMsPerConsumerSecond)),
    kilobitsPerSecond: spreadOf(runs.map((run) => run.kilobitsPerSecond)),
  }
}

const HEADINGS = [
  'route',
  'receivers',
  'consumers',
  'CPU ms/consumer-s',
  'min',
  'max',
  'of one worker',
  'kbit/s each',
]

/** Medians as text, for a person; each as a part of one worker's with as many who receive. */
export const tableOf = (summaries: readonly Summary[]): string =>
  inColumns([HEADINGS, ...summaries.map((summary) => rowOf(summary, summaries))]).join('\n')

function rowOf(summary: Summary, all: readonly Summary[]): string[] {
  const { median, min, max } = summary.cpuMsPerConsumerSecond
  const reference = all.find(({ receivers }) => receivers === summary.receivers)
  const ratio = median / (reference?.cpuMsPerConsumerSecond.median ?? Number.NaN)
  return [
    summary.title,
    String(summary.receivers),
    String(summary.consumers),
    ...[median, min, max].map((value) => value.toFixed(2)),
    ratio.toFixed(2),
    summary.kilobitsPerSecond.median.toFixed(0),
  ]
}
