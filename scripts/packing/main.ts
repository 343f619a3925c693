// What `npm run node:pack` runs once everything is there: it takes one word, the folder.
import { readFolder } from '../installation/folder-argument.ts'
import { explainAndExit } from '../setup/problem.mjs'
import { packNode } from './pack-node.ts'

const USAGE = `Usage: npm run node:pack -- FOLDER

Puts into FOLDER the package that npx runs a node from: its program as JavaScript. mediasoup and two small packages
are fetched by whoever runs it.

  --help  this text
`

async function main(): Promise<void> {
  const asked = readFolder(process.argv.slice(2))
  if (asked === 'help') return console.log(USAGE)
  const file = await packNode(asked.folder)
  // Without `file:`, npx takes an absolute path for a program.
  console.log(`The package is ${file}; npx file:${file} --help says how a node is run from it.`)
}

try {
  await main()
} catch (error) {
  explainAndExit(error)
}
