import { inColumns } from '../../common/columns.ts'
import type { ContestantName } from '../contestants/contestant.ts'
import type { Network } from '../network/network.ts'
import type { Summary } from './summary.ts'

/** What the design asks for, and a table tells beside what was found. */
const AIM = 1.3
/** The same of an encrypted room, beside one that is not. */
const ENCRYPTED_AIM = 1.1

/** One network's summaries as text, for a person. */
export function tableOf({ title }: Network, summaries: readonly Summary[]): string {
  const rows = [HEADINGS, ...summaries.map(rowOf)]
  return [
    `\n${title}`,
    '',
    ...inColumns(rows),
    '',
    ...ratioLine(summaries),
    '',
    ...summaries.map(marksLine),
  ].join('\n')
}

const HEADINGS = [
  'click to first frame',
  'median ms',
  'min',
  'max',
  'round trips',
  'loaded kB',
  'script kB',
  'socket kB',
  'requests',
]

const rowOf = (summary: Summary): string[] => [
  summary.title,
  summary.clickToFrameMs.median.toFixed(0),
  summary.clickToFrameMs.min.toFixed(0),
  summary.clickToFrameMs.max.toFixed(0),
  // An answer that nothing waited for may be quick, and then counts in some of the runs: the least is what is needed.
  String(summary.roundTrips.min),
  summary.loadedKilobytes.median.toFixed(1),
  summary.scriptKilobytes.median.toFixed(1),
  summary.socketKilobytes.median.toFixed(1),
  summary.requests.median.toFixed(0),
]

function ratioLine(summaries: readonly Summary[]): string[] {
  const ratios = [
    ['Essaim : floor', ratioOf(summaries, 'essaim', 'floor'), AIM],
    ['encrypted : Essaim', ratioOf(summaries, 'encrypted', 'essaim'), ENCRYPTED_AIM],
    ['the same from the click on Join', ratioOf(summaries, 'encrypted-button', 'button'), ENCRYPTED_AIM],
  ] as const
  return ratios.flatMap(([what, ratio, aim]) =>
    ratio === null ? [] : [`${what} = ${ratio.toFixed(2)} (aim: at most ${aim})`],
  )
}

/** One's median, in those of the other; null where not both were measured. */
export function ratioOf(
  summaries: readonly Summary[],
  one: ContestantName,
  other: ContestantName,
): number | null {
  const median = (name: ContestantName): number | undefined =>
    summaries.find(({ contestant }) => contestant === name)?.clickToFrameMs.median
  const [first, second] = [median(one), median(other)]
  return first === undefined || second === undefined ? null : first / second
}

const marksLine = ({ title, marks }: Summary): string =>
  `${title}: ${Object.entries(marks)
    .map(([name, at]) => `${name} ${at.toFixed(0)}`)
    .join(', ')}`
