import { parseArgs } from 'node:util'
import { Problem } from '../setup/problem.mjs'
import type { RunOptions, Stage } from './stage.ts'
import { ROUNDS } from './stages.ts'

const NAMES = ROUNDS.flat().map(({ name }) => name)

export const USAGE = `Usage: npm test -- [--only STAGE]...
       npm run test:long -- [--only STAGE]...

The second also runs what takes long: more random sequences, floods, every scene of the gallery.

Stages: ${NAMES.join(', ')}
`

export interface Selection extends RunOptions {
  /** One after the other; what is in one of them runs side by side. */
  readonly rounds: readonly (readonly Stage[])[]
}

/** The stages that the command line asks for: all of them unless it names some. */
export function selectStages(args: readonly string[]): Selection {
  const { only, long = false } = readArguments(args)
  if (!only) return { rounds: ROUNDS, long }
  const unknown = only.find((name) => !NAMES.includes(name))
  if (unknown !== undefined) throw new Problem(`there is no stage "${unknown}".\n${USAGE}`, { exitCode: 2 })
  const rounds = ROUNDS.map((round) => round.filter(({ name }) => only.includes(name)))
  return { rounds: rounds.filter(({ length }) => length > 0), long }
}

function readArguments(args: readonly string[]) {
  try {
    const options = {
      only: { type: 'string', multiple: true },
      long: { type: 'boolean' },
      help: { type: 'boolean' },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem(`${reason}.\n${USAGE}`, { exitCode: 2, cause })
  }
}
