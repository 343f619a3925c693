import { chmod, cp } from 'node:fs/promises'
import path from 'node:path'
import { PINNED_NODE, ROOT } from '../setup/places.mjs'
import { neededPackages } from './needed-packages.ts'
import { replaceFolder } from './replace-folder.ts'

const DEPLOY = path.join(ROOT, 'sfu-node/deploy')
const PROGRAM = 'bin/essaim-node'

/** Where mediasoup looks for its worker when nothing tells it (its Worker.js). */
const WORKER_PLACE = 'node_modules/mediasoup/worker/out/Release/mediasoup-worker'

/** Puts a whole node into a folder of its own. Throws as `replaceFolder` does. */
export const installNode = (folder: string, worker: string): Promise<void> =>
  replaceFolder(folder, {
    what: 'a node',
    program: PROGRAM,
    write: (fresh) => writeInstallation(fresh, worker),
  })

async function writeInstallation(to: string, worker: string): Promise<void> {
  const copy = (source: string, target: string) =>
    cp(source, path.join(to, target), { recursive: true, dereference: true, filter: isOfUse })
  for (const part of ['LICENSE', 'package.json', 'protocol', 'sfu-node']) {
    await copy(path.join(ROOT, part), part)
  }
  for (const folder of await neededPackages()) await copy(path.join(ROOT, folder), folder)
  await copy(worker, WORKER_PLACE)
  await copy(PINNED_NODE, 'bin/node')
  await copy(path.join(DEPLOY, 'essaim-node.sh'), PROGRAM)
  await chmod(path.join(to, PROGRAM), 0o755)
}

/** mediasoup brings the sources of its worker, which nothing reads once that is built. */
function isOfUse(source: string): boolean {
  return source !== path.join(ROOT, 'node_modules/mediasoup/worker')
}
