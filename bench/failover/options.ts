import { CommandLine } from '../common/command-line.ts'
import { CONTESTANTS } from './contestants.ts'

const DEFAULT_RUNS = '20'

export const USAGE = `Usage: npm run bench:failover -- [--runs N] [--only NAME]

Kills nodes that carry a room of four, and measures for how long people do not hear each other; beside it, how long they
would not if all loaded the page again.

  --runs N      kills of each kind (default: ${DEFAULT_RUNS})
  --only NAME   one contestant: ${CONTESTANTS.map(({ name }) => name).join(', ')}; more than once for several
  --help        this text
`

export interface Options {
  readonly runs: number
  readonly only: readonly string[]
}

const MOST_RUNS = 500

/** Reads the command line. Throws a Problem when it says what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const line = new CommandLine(USAGE)
  const { runs, only } = line.parse(args, {
    runs: { type: 'string', default: DEFAULT_RUNS },
    only: { type: 'string', multiple: true, default: [] },
  })
  for (const name of only) {
    if (!CONTESTANTS.some((contestant) => contestant.name === name))
      throw line.wrong(`--only ${name} is none of them`)
  }
  return { runs: line.readCount('runs', runs, MOST_RUNS), only }
}
