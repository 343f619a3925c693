import type { LockedPackages } from '../installation/lock-file.ts'
import { IMPORTED, IMPORTED_BY_EDGE, neededPackages } from '../installation/needed-packages.ts'

/** A part of Essaim that people get: the page in their browser, the Worker, an edge on one's own machine, a node. */
export type Part = 'page' | 'worker' | 'edge' | 'node'

/** The Worker is one file; what is bundled into it needs nothing in turn. */
const IMPORTED_BY_WORKER = ['@noble/hashes', 'itty-router', 'valibot']
/** Copied with an edge and with a node: the Node.js that runs them. */
const RUNTIME = ['node']

/**
 * Which parts ship what, by the packages' folders in the lock file. What no part ships is for development alone.
 *
 * @param licences - web/dist/licenses.txt, where the build of the page lists what is in it.
 */
export async function shippedParts(
  packages: LockedPackages,
  licences: string,
): Promise<ReadonlyMap<string, readonly Part[]>> {
  const parts = new Map<string, Part[]>()
  const ship = (part: Part, folders: readonly string[]): void => {
    for (const folder of folders) parts.set(folder, [...(parts.get(folder) ?? []), part])
  }
  ship('page', inPage(packages, licences))
  ship('worker', await neededPackages(IMPORTED_BY_WORKER))
  ship('edge', await neededPackages([...IMPORTED_BY_EDGE, ...RUNTIME]))
  ship('node', await neededPackages([...IMPORTED, ...RUNTIME]))
  return parts
}

function inPage(packages: LockedPackages, licences: string): string[] {
  const listed = [...licences.matchAll(/^## (\S+) - (\S+) \(/gm)]
  return listed.flatMap(([, name, version]) => {
    const folders = Object.keys(packages).filter((folder) =>
      isThat(packages, folder, `${name}`, `${version}`),
    )
    if (folders.length === 0)
      throw new Error(`package-lock.json has no ${name} ${version}, which is in the page`)
    return folders
  })
}

const isThat = (packages: LockedPackages, folder: string, name: string, version: string): boolean =>
  nameIn(packages, folder) === name && packages[folder]?.version === version

/** The name of the package in that folder, as npm knows it. */
export const nameIn = (packages: LockedPackages, folder: string): string =>
  packages[folder]?.name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
