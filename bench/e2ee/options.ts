import { CommandLine } from '../common/command-line.ts'

const DEFAULTS = {
  runs: '1',
  people: ['2', '4', '9'],
  rush: ['2', '10', '25', '50', '100'],
  over: ['0', '10'],
} as const
const MOST_RUNS = 999
const MOST_PEOPLE = 25
const MOST_AT_ONCE = 200
const LONGEST_OVER_S = 60
const PARTS = ['frames', 'group', 'processor', 'joining', 'rush'] as const
type Part = (typeof PARTS)[number]

export const USAGE = `Usage: npm run bench:e2ee -- [--runs N] [--people N]... [--rush N]... [--over S]... [--only PART]...

Measures what the encryption of a room costs, beside a room without it.

  --runs N      how often each is measured (default: ${DEFAULTS.runs})
  --people N    how many are in the room while a page's processor is measured; may be given several times
                (default: ${DEFAULTS.people.join(', ')})
  --rush N      how many come until all hear each other; may be given several times
                (default: ${DEFAULTS.rush.join(', ')})
  --over S      over how many seconds these come, 0 for at once; may be given several times
                (default: ${DEFAULTS.over.join(', ')})
  --only PART   only this part (${PARTS.join(', ')}); may be given several times
  --help        this text
`

export interface Options {
  readonly runs: number
  readonly people: readonly number[]
  readonly rush: readonly number[]
  readonly oversMs: readonly number[]
  readonly parts: readonly Part[]
}

/** Reads the command line. Throws a Problem when it says what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const line = new CommandLine(USAGE)
  const { runs, people, rush, over, only } = line.parse(args, {
    runs: { type: 'string', default: DEFAULTS.runs },
    people: { type: 'string', multiple: true, default: [...DEFAULTS.people] },
    rush: { type: 'string', multiple: true, default: [...DEFAULTS.rush] },
    over: { type: 'string', multiple: true, default: [...DEFAULTS.over] },
    only: { type: 'string', multiple: true, default: [...PARTS] },
  })
  const unknown = only.find((name) => !PARTS.some((part) => part === name))
  if (unknown !== undefined) throw line.wrong(`there is no "${unknown}"`)
  const counts = people.map((count) => line.readCount('people', count, MOST_PEOPLE))
  const rushes = rush.map((count) => line.readCount('rush', count, MOST_AT_ONCE))
  if ([...counts, ...rushes].some((count) => count < 2)) throw line.wrong('it takes two to meet')
  return {
    runs: line.readCount('runs', runs, MOST_RUNS),
    people: counts,
    rush: rushes,
    oversMs: over.map((seconds) =>
      seconds === '0' ? 0 : 1_000 * line.readCount('over', seconds, LONGEST_OVER_S),
    ),
    parts: PARTS.filter((part) => only.includes(part)),
  }
}
