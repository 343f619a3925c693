import { type LockedPackages, lockedFolder, readLock } from './lock-file.ts'

/** What sfu-node/ and protocol/ import. The page and the edge need far more, which no node should carry. */
export const IMPORTED = ['mediasoup', 'valibot', 'ws']

/** What worker/, protocol/ and the part of scripts/ that serves them import. */
export const IMPORTED_BY_EDGE = [
  '@noble/hashes',
  'esbuild',
  'itty-router',
  'miniflare',
  'valibot',
  'workerd',
  'wrangler',
]

/** The folders of the packages that a node needs, or what else imports these, as the lock file has them: `node_modules/ws`, and so on. */
export async function neededPackages(imported: readonly string[] = IMPORTED): Promise<readonly string[]> {
  const packages = await readLock()
  const found = new Set<string>()
  for (const name of imported) gather(packages, name, '', found)
  return [...found].toSorted()
}

/** Adds what `name` means to the package in the folder `from`, and all that it needs in turn. */
function gather(packages: LockedPackages, name: string, from: string, found: Set<string>): void {
  const folder = lockedFolder(packages, name, from)
  if (folder === null) throw new Error(`package-lock.json has no ${name}: run npm install`)
  const entry = packages[folder]
  if (found.has(folder) || !entry) return
  found.add(folder)
  for (const next of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
    gather(packages, next, folder, found)
  }
}
