import { parseArgs } from 'node:util'
import { Problem } from '../../scripts/setup/problem.mjs'
import { CONTESTANTS, type Contestant } from './contestant.ts'
import { NETWORKS, type Network } from './network.ts'

const NAMES = [...CONTESTANTS, ...NETWORKS].map(({ name }) => name)

export const USAGE = `Usage: npm run bench:join -- [--runs N] [--only NAME]...

Measures how long it takes from a click to the first picture of somebody else, beside a floor.

  --runs N      arrivals of each contestant on each network (default: 10)
  --only NAME   only this contestant (${CONTESTANTS.map(({ name }) => name).join(', ')}) or this network (${NETWORKS.map(({ name }) => name).join(', ')}); may be
                given several times
  --help        this text
`

const DEFAULT_RUNS = 10

export interface Options {
  readonly runs: number
  readonly contestants: readonly Contestant[]
  readonly networks: readonly Network[]
}

/** Reads the command line. Throws a Problem when it says what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const { runs, only = [] } = parse(args)
  const unknown = only.find((name) => !NAMES.some((known) => known === name))
  if (unknown !== undefined) throw wrong(`there is no "${unknown}"`)
  return {
    runs: runs === undefined ? DEFAULT_RUNS : readCount(runs),
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

function readCount(written: string): number {
  if (!/^[1-9]\d{0,3}$/.test(written)) throw wrong(`--runs ${written} is no number of runs`)
  return Number(written)
}

function parse(args: readonly string[]) {
  try {
    const options = { runs: { type: 'string' }, only: { type: 'string', multiple: true } } as const
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : String(cause), cause)
  }
}

const wrong = (sentence: string, cause?: unknown): Problem =>
  new Problem(`${sentence}.\n${USAGE}`, { exitCode: 2, cause })
