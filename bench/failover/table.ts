import { inColumns } from '../common/columns.ts'
import { quantile } from '../common/quantile.ts'
import type { Contestant } from './contestants.ts'

/** What was found of one contestant, in milliseconds. */
export interface Summary {
  readonly name: string
  readonly title: string
  readonly runs: number
  /** Of all pairs of a speaker and a listener: for how long the one was not heard by the other. */
  readonly pairs: Quantiles
  /** Of each run the pair that was worst off. */
  readonly worst: Quantiles
  /** The 95th percentile that is allowed; null where none was set. */
  readonly budgetMs: number | null
  /** Every pair of every run. */
  readonly silences: readonly (readonly number[])[]
}

interface Quantiles {
  readonly p50: number
  readonly p95: number
  readonly max: number
}

const quantilesOf = (values: readonly number[]): Quantiles => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  max: quantile(values, 1),
})

export const summarise = (
  { name, title, budgetMs }: Contestant,
  silences: readonly (readonly number[])[],
): Summary => ({
  name,
  title,
  budgetMs,
  runs: silences.length,
  pairs: quantilesOf(silences.flat()),
  worst: quantilesOf(silences.map((pairs) => Math.max(...pairs))),
  silences,
})

const HEADINGS = [
  ...['silence in ms', 'runs', 'pairs p50', 'p95', 'max', 'worst pair p50', 'p95', 'max'],
  'allowed p95',
]

/** All contestants as text, for a person. */
export const tableOf = (summaries: readonly Summary[]): string =>
  inColumns([HEADINGS, ...summaries.map(rowOf)]).join('\n')

const rowOf = ({ title, runs, pairs, worst, budgetMs }: Summary): string[] => [
  title,
  String(runs),
  ...[pairs.p50, pairs.p95, pairs.max, worst.p50, worst.p95, worst.max].map((ms) => ms.toFixed(0)),
  budgetMs === null ? '' : String(budgetMs),
]
