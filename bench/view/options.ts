import { CommandLine } from '../common/command-line.ts'

const DEFAULTS = { runs: '3', people: '25' }
/** Of either. */
const MOST = 999

export const USAGE = `Usage: npm run bench:view -- [--runs N] [--people N]

Measures what one receives and decodes in a large room, by what one looks at, beside receiving everything.

  --runs N     looks of each kind (default: ${DEFAULTS.runs})
  --people N   people in the room, the one who looks included (default: ${DEFAULTS.people})
  --help       this text
`

export interface Options {
  readonly runs: number
  readonly people: number
}

/** Reads the command line. Throws a Problem when it says what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const line = new CommandLine(USAGE)
  const { runs, people } = line.parse(args, {
    runs: { type: 'string', default: DEFAULTS.runs },
    people: { type: 'string', default: DEFAULTS.people },
  })
  return { runs: line.readCount('runs', runs, MOST), people: line.readCount('people', people, MOST) }
}
