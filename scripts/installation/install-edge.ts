import { existsSync } from 'node:fs'
import { chmod, cp, readdir } from 'node:fs/promises'
import path from 'node:path'
import { assetsOf, formerAssetsRecord, keepFormerAssets, readFormerAssets } from '../setup/former-assets.mjs'
import { PINNED_NODE, ROOT } from '../setup/places.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { IMPORTED_BY_EDGE, neededPackages } from './needed-packages.ts'
import { replaceFolder } from './replace-folder.ts'

const DEPLOY = path.join(ROOT, 'worker/deploy')
const PROGRAM = 'bin/essaim-edge'

/** All of the checkout that an edge reads; sfu-node/ is none of it. */
const PARTS = ['LICENSE', 'package.json', 'protocol', 'worker', 'scripts', 'web/dist', 'wrangler.toml']

/** Puts a whole edge into a folder of its own. Throws as `replaceFolder` does. */
export async function installEdge(folder: string): Promise<void> {
  await replaceFolder(folder, {
    what: 'an edge',
    program: PROGRAM,
    write: (fresh) => writeInstallation(fresh, folder),
  })
  await readConfiguration(folder)
}

/** @param before - Where another version may be installed: pages that came from it go on for a while. */
async function writeInstallation(to: string, before: string): Promise<void> {
  const copy = (source: string, target: string) =>
    cp(path.join(ROOT, source), path.join(to, target), { recursive: true, dereference: true })
  for (const part of PARTS) await copy(part, part)
  const record = formerAssetsRecord(ROOT)
  if (existsSync(record)) await cp(record, formerAssetsRecord(to))
  await keepFormerAssets(to, assetsOf(before), await readFormerAssets(before))
  for (const folder of await neededPackages(IMPORTED_BY_EDGE)) await copyPackage(folder, to)
  await cp(PINNED_NODE, path.join(to, 'bin/node'))
  await cp(path.join(DEPLOY, 'essaim-edge.sh'), path.join(to, PROGRAM))
  await chmod(path.join(to, PROGRAM), 0o755)
}

/** Of what depends on the system, only that for this one is there. */
async function copyPackage(folder: string, to: string): Promise<void> {
  const source = path.join(ROOT, folder)
  try {
    await cp(source, path.join(to, folder), { recursive: true, dereference: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** Once, by whoever may write there: the edge itself cannot keep what wrangler says of wrangler.toml. */
async function readConfiguration(folder: string): Promise<void> {
  const read =
    "import('./scripts/edge/edge-config.ts').then((it) => it.readEdgeConfig(process.cwd() + '/wrangler.toml'))"
  await runCommand(path.join(folder, 'bin/node'), ['-e', read], { cwd: folder })
  const kept = path.join(folder, '.cache/edge-config')
  // No secret is in it: those of a service come from its environment.
  for (const file of await readdir(kept)) await chmod(path.join(kept, file), 0o644)
}
