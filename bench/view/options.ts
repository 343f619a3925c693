import { parseArgs } from 'node:util'
import { Problem } from '../../scripts/setup/problem.mjs'

const DEFAULTS = { runs: '3', people: '25' }

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
  const { runs, people } = parse(args)
  return { runs: readCount('runs', runs), people: readCount('people', people) }
}

function readCount(name: string, written: string): number {
  if (!/^[1-9]\d{0,2}$/.test(written)) throw wrong(`--${name} ${written} is no number`)
  return Number(written)
}

function parse(args: readonly string[]) {
  try {
    const options = {
      runs: { type: 'string', default: DEFAULTS.runs },
      people: { type: 'string', default: DEFAULTS.people },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : String(cause), cause)
  }
}

const wrong = (sentence: string, cause?: unknown): Problem =>
  new Problem(`${sentence}.\n${USAGE}`, { exitCode: 2, cause })
