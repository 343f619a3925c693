import { CommandLine } from '../common/command-line.ts'
import { CONTESTANTS, type Contestant } from './contestants.ts'

const DEFAULTS = { runs: '3', people: '25' }
/** Of either. */
const MOST = 999

export const USAGE = `Usage: npm run bench:view -- [--runs N] [--people N] [--only NAME]...

Measures what one receives and decodes in a large room, by what one looks at, beside receiving everything.

  --runs N      looks of each kind (default: ${DEFAULTS.runs})
  --people N    people in the room, the one who looks included (default: ${DEFAULTS.people})
  --only NAME   beside everything only this kind, may be given several times:
                ${CONTESTANTS.map(({ name }) => name).join(', ')}
  --help        this text
`

export interface Options {
  readonly runs: number
  readonly people: number
  readonly contestants: readonly Contestant[]
}

/** Reads the command line. Throws a Problem when it says what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const line = new CommandLine(USAGE)
  const { runs, people, only } = line.parse(args, {
    runs: { type: 'string', default: DEFAULTS.runs },
    people: { type: 'string', default: DEFAULTS.people },
    only: { type: 'string', multiple: true, default: [] },
  })
  for (const name of only) {
    if (!CONTESTANTS.some((contestant) => contestant.name === name))
      throw line.wrong(`--only ${name} is none of them`)
  }
  const count = line.readCount('people', people, MOST)
  if (count < 2) throw line.wrong('--people 1 leaves nobody to look at')
  return {
    runs: line.readCount('runs', runs, MOST),
    people: count,
    // The reference is always among them.
    contestants: CONTESTANTS.filter(
      ({ name }, index) => index === 0 || only.length === 0 || only.includes(name),
    ),
  }
}
