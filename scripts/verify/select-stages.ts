import { parseArgs } from 'node:util'
import { Problem } from '../setup/problem.mjs'
import type { Stage } from './stage.ts'
import { STAGES } from './stages.ts'

export const USAGE = `Usage: npm test -- [--only STAGE]...

Stages: ${STAGES.map(({ name }) => name).join(', ')}
`

/** The stages that the command line asks for: all of them unless it names some. */
export function selectStages(args: readonly string[]): readonly Stage[] {
  const { only } = readArguments(args)
  if (!only) return STAGES
  const unknown = only.find((name) => !STAGES.some((stage) => stage.name === name))
  if (unknown !== undefined) throw new Problem(`there is no stage "${unknown}".\n${USAGE}`, { exitCode: 2 })
  return STAGES.filter(({ name }) => only.includes(name))
}

function readArguments(args: readonly string[]) {
  try {
    const options = { only: { type: 'string', multiple: true }, help: { type: 'boolean' } } as const
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem(`${reason}.\n${USAGE}`, { exitCode: 2, cause })
  }
}
