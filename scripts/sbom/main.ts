// What `npm run sbom` runs once the page is built: it takes one word, the file.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readFolder } from '../installation/folder-argument.ts'
import { readLock } from '../installation/lock-file.ts'
import { ROOT } from '../setup/places.mjs'
import { explainAndExit } from '../setup/problem.mjs'
import { billOfMaterials } from './bill-of-materials.ts'
import { nativeLibraries } from './native-libraries.ts'
import { shippedParts } from './shipped-parts.ts'

const USAGE = `Usage: npm run sbom -- FILE

Writes into FILE a bill of materials (CycloneDX 1.6, JSON): each package of package-lock.json with its version, licence and
hash, which part of Essaim ships it, and the libraries that are built into mediasoup's worker. The same checkout gives
the same file.

  --help  this text
`

async function main(): Promise<void> {
  const asked = readFolder(process.argv.slice(2))
  if (asked === 'help') return console.log(USAGE)
  const licences = await readFile(path.join(ROOT, 'web/dist/licenses.txt'), 'utf8')
  const packages = await readLock()
  const bill = billOfMaterials(packages, await shippedParts(packages, licences), await nativeLibraries())
  await writeFile(asked.folder, `${JSON.stringify(bill, null, 2)}\n`)
  console.log(`${bill.components.length} components are listed in ${asked.folder}.`)
}

main().catch(explainAndExit)
