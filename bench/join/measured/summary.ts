import { type Spread, spreadOf } from '../../common/spread.ts'
import type { Contestant, ContestantName } from '../contestants/contestant.ts'
import type { Run } from './measure.ts'
import type { MarkName } from './report.ts'

/** What a contestant's runs on one network come to. */
export interface Summary {
  readonly contestant: ContestantName
  readonly title: string
  readonly clickToFrameMs: Spread
  readonly roundTrips: Spread
  readonly loadedKilobytes: Spread
  readonly scriptKilobytes: Spread
  readonly socketKilobytes: Spread
  readonly requests: Spread
  /** Median time of each mark, since the navigation began or the button was pressed. */
  readonly marks: Readonly<Partial<Record<MarkName, number>>>
  readonly runs: readonly Run[]
}

const KILO = 1000

export function summarise({ name, title }: Contestant, runs: readonly Run[]): Summary {
  const spread = (figure: (run: Run) => number): Spread => spreadOf(runs.map(figure))
  return {
    contestant: name,
    title,
    clickToFrameMs: spread((run) => run.clickToFrameMs),
    roundTrips: spread((run) => run.roundTrips),
    loadedKilobytes: spread((run) => run.loadedBytes / KILO),
    scriptKilobytes: spread((run) => run.scriptBytes / KILO),
    socketKilobytes: spread((run) => (run.socketBytesSent + run.socketBytesReceived) / KILO),
    requests: spread((run) => run.requests),
    marks: medianMarks(runs),
    runs,
  }
}

function medianMarks(runs: readonly Run[]): Partial<Record<MarkName, number>> {
  const times = new Map<MarkName, number[]>()
  for (const { marks } of runs) {
    for (const [name, at] of entriesOf(marks)) {
      const known = times.get(name) ?? []
      times.set(name, [...known, at - (marks.click ?? 0)])
    }
  }
  const medians = [...times].map(([name, values]) => [name, spreadOf(values).median] as const)
  return Object.fromEntries(medians.sort(([, a], [, b]) => a - b))
}

function* entriesOf(marks: Run['marks']): Generator<[MarkName, number]> {
  let name: MarkName
  for (name in marks) {
    const at = marks[name]
    if (at !== undefined) yield [name, at]
  }
}
