import { CommandLine } from '../common/command-line.ts'
import { CONTESTANTS, type Contestant } from './contestants/contestant.ts'
import { NETWORKS, type Network } from './network/network.ts'

const DEFAULT_RUNS = '10'
const MOST_RUNS = 9_999

const NAMES = [...CONTESTANTS, ...NETWORKS].map(({ name }) => name)

export const USAGE = `Usage: npm run bench:join -- [--runs N] [--only NAME]...

Measures how long it takes from a click to the first picture of somebody else, beside a floor.

  --runs N      arrivals of each contestant on each network (default: ${DEFAULT_RUNS})
  --only NAME   only this contestant (${CONTESTANTS.map(({ name }) => name).join(', ')}) or this network (${NETWORKS.map(({ name }) => name).join(', ')}); may be
                given several times
  --help        this text
`

export interface Options {
  readonly runs: number
  readonly contestants: readonly Contestant[]
  readonly networks: readonly Network[]
}

/** Reads the command line. Throws a Problem when it says what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const line = new CommandLine(USAGE)
  const { runs, only = [] } = line.parse(args, {
    runs: { type: 'string', default: DEFAULT_RUNS },
    only: { type: 'string', multiple: true },
  })
  const unknown = only.find((name) => !NAMES.some((known) => known === name))
  if (unknown !== undefined) throw line.wrong(`there is no "${unknown}"`)
  return {
    runs: line.readCount('runs', runs, MOST_RUNS),
    contestants: picked(CONTESTANTS, only),
    networks: picked(NETWORKS, only),
  }
}

/** Those that are named; all where none is. */
function picked<Named extends { readonly name: string }>(
  all: readonly Named[],
  only: readonly string[],
): readonly Named[] {
  const named = all.filter(({ name }) => only.includes(name))
  return named.length > 0 ? named : all
}
