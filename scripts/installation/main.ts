// What `npm run node:install` runs once everything is there: it takes one word, the folder.
import path from 'node:path'
import { explainAndExit } from '../setup/problem.mjs'
import { readFolder } from './folder-argument.ts'
import { installNode } from './install-node.ts'

const USAGE = `Usage: npm run node:install -- FOLDER

Puts into FOLDER all that a node needs to run, and nothing else: its program, mediasoup and its worker, and the
Node.js that runs them. A node that is there already is replaced; its state is elsewhere, and stays.

  --help  this text
`

async function main(): Promise<void> {
  const asked = readFolder(process.argv.slice(2))
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
