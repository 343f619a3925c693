import path from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '../setup/problem.mjs'

/**
 * The one folder that a command line names, as an absolute path, or `help`.
 * @throws {Problem} with exit code 2 when it says anything else
 */
export function readFolder(args: string[]): { readonly folder: string } | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new Problem('Say one folder. See --help.', { exitCode: 2 })
  return { folder: path.resolve(folder) }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { help: { type: 'boolean' } }, allowPositionals: true })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem(`${reason}. See --help.`, { exitCode: 2, cause })
  }
}
