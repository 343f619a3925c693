import { inColumns } from '../common/columns.ts'
import type { Bound } from './contestants/bound.ts'
import type { Contestant } from './contestants/contestants.ts'
import type { Quantiles, Tally } from './play/tally.ts'

/** What was found of one contestant. */
export interface Summary extends ReturnType<Tally['summary']> {
  readonly name: string
  readonly title: string
  /** Of one core's time, that it took to play its day on this machine. */
  readonly seconds: number
}

export const summarise = ({ name, title }: Contestant, tally: Tally, seconds: number): Summary => ({
  name,
  title,
  ...tally.summary(),
  seconds,
})

const HEADINGS = [
  'nodes chosen',
  'load p50',
  'p95',
  'max',
  'strained',
  'to node p50',
  'p95 ms',
  'two people p50',
  'p95 ms',
  'nodes/room',
  'regions asked',
  'moved',
  'refused',
]

/** All contestants and the bound as text, for a person. */
export const tableOf = (summaries: readonly Summary[], bound: Bound): string =>
  inColumns([HEADINGS, ...summaries.map(rowOf), boundRow(bound)]).join('\n')

const rowOf = (summary: Summary): string[] => [
  summary.title,
  ...loadCells(summary.load),
  percent(summary.strainedShare, 1),
  ...wayCells(summary.toNodeMs),
  ...wayCells(summary.betweenTwoMs),
  summary.nodesPerRoom.toFixed(2),
  summary.regionsAsked?.toFixed(3) ?? '',
  String(summary.moved),
  String(summary.refused),
]

const boundRow = ({ load, toNodeMs }: Bound): string[] => [
  'bound, each by itself',
  ...loadCells(load),
  '',
  ...wayCells(toNodeMs),
]

const percent = (share: number, digits = 0): string => `${(100 * share).toFixed(digits)} %`
const loadCells = ({ p50, p95, max }: Quantiles): string[] => [percent(p50), percent(p95), percent(max)]
const wayCells = ({ p50, p95 }: Quantiles): string[] => [p50.toFixed(1), p95.toFixed(1)]
