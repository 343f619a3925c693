import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { ROOT } from '../setup/places.mjs'

/** What sfu-node/ and protocol/ import. The page and the edge need far more, which no node should carry. */
export const IMPORTED = ['mediasoup', 'valibot', 'ws']

/** https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json, version 3 */
const Lock = v.object({
  packages: v.record(
    v.string(),
    v.object({
      dependencies: v.optional(v.record(v.string(), v.string()), {}),
      optionalDependencies: v.optional(v.record(v.string(), v.string()), {}),
    }),
  ),
})
type Packages = v.InferOutput<typeof Lock>['packages']

/** The folders of the packages that a node needs, or what else imports these, as the lock file has them: `node_modules/ws`, and so on. */
export async function neededPackages(imported: readonly string[] = IMPORTED): Promise<readonly string[]> {
  const text = await readFile(path.join(ROOT, 'package-lock.json'), 'utf8')
  const { packages } = v.parse(v.pipe(v.string(), v.parseJson(), Lock), text)
  const found = new Set<string>()
  for (const name of imported) gather(packages, name, '', found)
  return [...found].toSorted()
}

/** Adds what `name` means to the package in the folder `from`, and all that it needs in turn. */
function gather(packages: Packages, name: string, from: string, found: Set<string>): void {
  const folder = resolvedFolder(packages, name, from)
  const entry = packages[folder]
  if (found.has(folder) || !entry) return
  found.add(folder)
  for (const next of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
    gather(packages, next, folder, found)
  }
}

/** Where Node finds a package: beside those of whoever asks, or else further up. */
function resolvedFolder(packages: Packages, name: string, from: string): string {
  const folder = path.posix.join(from, 'node_modules', name)
  if (packages[folder]) return folder
  if (from === '') throw new Error(`package-lock.json has no ${name}: run npm install`)
  const parent = from.lastIndexOf('/node_modules/')
  return resolvedFolder(packages, name, parent < 0 ? '' : from.slice(0, parent))
}
