import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's top folder. */
export const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..')

/** The Node that package.json pins, whatever the system has. It runs TypeScript as it is. */
export const PINNED_NODE = path.join(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** What is expensive to make and belongs to the machine's user, not to a checkout: a second clone finds it. */
export function userCacheFolder() {
  return path.join(process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'), 'essaim')
}

/** The installed mediasoup package's folder. */
export function mediasoupFolder() {
  return path.join(ROOT, 'node_modules/mediasoup')
}

/** The installed mediasoup package's version. */
export function mediasoupVersion() {
  /** @type {{ version: string }} */
  const manifest = createRequire(import.meta.url)(path.join(mediasoupFolder(), 'package.json'))
  return manifest.version
}
