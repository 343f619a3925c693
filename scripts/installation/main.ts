// What `npm run node:install` runs once everything is there: it takes one word, the folder.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { explainAndExit, Problem } from '../setup/problem.mjs'
import { installNode } from './install-node.ts'

const USAGE = `Usage: npm run node:install -- FOLDER

Puts into FOLDER all that a node needs to run, and nothing else: its program, mediasoup and its worker, and the
Node.js that runs them. A node that is there already is replaced; its state is elsewhere, and stays.

  --help  this text
`

function readArguments(): { folder: string } | 'help' {
  const { values, positionals } = parseRaw()
  if (values.help) return 'help'
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new Problem('Say one folder. See --help.', { exitCode: 2 })
  return { folder: path.resolve(folder) }
}

function parseRaw() {
  try {
    return parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem(`${reason}. See --help.`, { exitCode: 2, cause })
  }
}

async function main(): Promise<void> {
  const asked = readArguments()
  if (asked === 'help') return console.log(USAGE)
  const worker = process.env['MEDIASOUP_WORKER_BIN']
  if (!worker) throw new Error('begin() sets MEDIASOUP_WORKER_BIN')
  await installNode(asked.folder, worker)
  console.log(`The node is in ${asked.folder}; ${path.join(asked.folder, 'bin/essaim-node')} runs it.`)
}

try {
  await main()
} catch (error) {
  explainAndExit(error)
}
