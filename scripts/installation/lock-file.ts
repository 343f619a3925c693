import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { ROOT } from '../setup/places.mjs'

const Names = v.optional(v.record(v.string(), v.string()), {})

/** https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json, version 3 */
const Lock = v.object({
  packages: v.record(
    v.string(),
    v.object({
      /** Where it is installed under another. */
      name: v.optional(v.string()),
      version: v.string(),
      license: v.optional(v.string()),
      integrity: v.optional(v.string()),
      dependencies: Names,
      devDependencies: Names,
      optionalDependencies: Names,
      peerDependencies: Names,
    }),
  ),
})

/** What is installed, by the folder where it is: `node_modules/ws`, and so on; the checkout itself is ''. */
export type LockedPackages = v.InferOutput<typeof Lock>['packages']

export async function readLock(): Promise<LockedPackages> {
  const text = await readFile(path.join(ROOT, 'package-lock.json'), 'utf8')
  return v.parse(v.pipe(v.string(), v.parseJson(), Lock), text).packages
}

/** Where Node finds a package: beside those of whoever asks, or else further up; null where it is not installed. */
export function lockedFolder(packages: LockedPackages, name: string, from: string): string | null {
  const folder = path.posix.join(from, 'node_modules', name)
  if (packages[folder]) return folder
  if (from === '') return null
  const parent = from.lastIndexOf('/node_modules/')
  return lockedFolder(packages, name, parent < 0 ? '' : from.slice(0, parent))
}
