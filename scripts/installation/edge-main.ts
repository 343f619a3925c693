// What `npm run edge:install` runs once everything is there: it takes one word, the folder.

import { explainAndExit } from '../setup/problem.mjs'
import { readFolder } from './folder-argument.ts'
import { installEdge } from './install-edge.ts'

const USAGE = `Usage: npm run edge:install -- FOLDER

Puts into FOLDER all that an edge needs to run, and nothing else: the Worker and the page, workerd, and the Node.js that
starts it. An edge that is there already is replaced; its state is elsewhere, and stays.

  --help  this text
`

try {
  const asked = readFolder(process.argv.slice(2))
  if (asked === 'help') {
    console.log(USAGE)
  } else {
    await installEdge(asked.folder)
    console.log(`The edge is in ${asked.folder}; worker/deploy/README.md says how systemd runs it.`)
  }
} catch (error) {
  explainAndExit(error)
}
