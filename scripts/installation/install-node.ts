import { existsSync } from 'node:fs'
import { access, chmod, constants, cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { PINNED_NODE, ROOT } from '../setup/places.mjs'
import { Problem } from '../setup/problem.mjs'
import { step } from '../setup/progress.mjs'
import { neededPackages } from './needed-packages.ts'

const DEPLOY = path.join(ROOT, 'sfu-node/deploy')

/** Where mediasoup looks for its worker when nothing tells it (its Worker.js). */
const WORKER_PLACE = 'node_modules/mediasoup/worker/out/Release/mediasoup-worker'

/** Whoever installs, another user runs it: everybody may read, nobody but the owner may write. */
const UMASK = 0o022

/**
 * Makes a folder that holds a whole node and needs nothing around it but the C library and its like. What was
 * installed there before is replaced at once, so that a node which starts meanwhile is the old or the new one.
 * @throws {Problem} when the folder is something else, or cannot be written
 */
export async function installNode(folder: string, worker: string): Promise<void> {
  const [fresh, old] = [`${folder}.new`, `${folder}.old`]
  await requireReplaceable(folder)
  process.umask(UMASK)
  await step(`Putting a node into ${folder}`, async () => {
    for (const left of [fresh, old]) await rm(left, { recursive: true, force: true })
    await writeInstallation(fresh, worker)
    if (existsSync(folder)) await rename(folder, old)
    await rename(fresh, folder)
    await rm(old, { recursive: true, force: true })
  })
}

/** Only an installation may be replaced, or nothing: what is in `/opt` itself, say, must never go. */
async function requireReplaceable(folder: string): Promise<void> {
  const parent = path.dirname(folder)
  try {
    await mkdir(parent, { recursive: true })
    await access(parent, constants.W_OK)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : cause
    throw new Problem(`${parent} cannot be written (${code}): say another folder, or be root.`, { cause })
  }
  if (!existsSync(folder) || existsSync(path.join(folder, 'bin/essaim-node'))) return
  if ((await readdir(folder)).length === 0) return
  throw new Problem(`${folder} holds something else than a node: say a folder that is not there yet.`)
}

async function writeInstallation(to: string, worker: string): Promise<void> {
  const copy = (source: string, target: string) =>
    cp(source, path.join(to, target), { recursive: true, dereference: true, filter: isOfUse })
  for (const part of ['LICENSE', 'package.json', 'protocol', 'sfu-node']) {
    await copy(path.join(ROOT, part), part)
  }
  for (const folder of await neededPackages()) await copy(path.join(ROOT, folder), folder)
  await copy(worker, WORKER_PLACE)
  await copy(PINNED_NODE, 'bin/node')
  await copy(path.join(DEPLOY, 'essaim-node.sh'), 'bin/essaim-node')
  await chmod(path.join(to, 'bin/essaim-node'), 0o755)
}

/** mediasoup brings the sources of its worker, which nothing reads once that is built. */
function isOfUse(source: string): boolean {
  return source !== path.join(ROOT, 'node_modules/mediasoup/worker')
}
