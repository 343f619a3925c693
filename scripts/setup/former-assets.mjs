import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Assets of the builds before the last: a page that was loaded before an update fetches parts of itself only when they are
 * used. Names are hashes of what they name, so that they stand beside the new ones, and none takes another's place.
 */

/** How long they are kept, from when another build took their place. */
export const FORMER_ASSETS_KEPT_MS = 24 * 60 * 60 * 1_000
/** And how much of them: some ten builds. Those that were replaced last go before. */
export const FORMER_ASSETS_MAX_BYTES = 64_000_000

/** @param {string} root the checkout, or what was installed of it */
export const assetsOf = (root) => path.join(root, 'web/dist/assets')

/** @param {string} root */
export const formerAssetsRecord = (root) => path.join(root, '.cache/former-assets.json')

/**
 * When each of the former ones was replaced (ms since the epoch), by its name.
 * @param {string} root
 * @returns {Promise<Map<string, number>>}
 */
export async function readFormerAssets(root) {
  if (!existsSync(formerAssetsRecord(root))) return new Map()
  /** @type {unknown} */
  const read = JSON.parse(await readFile(formerAssetsRecord(root), 'utf8'))
  const pairs = Object.entries(Object(read)).filter(([, at]) => typeof at === 'number')
  return new Map(pairs)
}

/**
 * Puts the assets that are in `former` beside those of the page that was built in `root`, as long and as much as they are
 * kept.
 * @param {string} root
 * @param {string} former a folder of assets
 * @param {ReadonlyMap<string, number>} replaced when, of those that were former ones there; all others are replaced now
 * @param {number} [now] ms since the epoch
 */
export async function keepFormerAssets(root, former, replaced, now = Date.now()) {
  const known = await readFormerAssets(root)
  const current = new Set((await namesIn(assetsOf(root))).filter((name) => !known.has(name)))
  for (const name of await namesIn(former)) {
    if (current.has(name)) continue
    if (!known.has(name)) await cp(path.join(former, name), path.join(assetsOf(root), name))
    known.set(name, replaced.get(name) ?? now)
  }
  await keepSome(root, known, now)
}

/**
 * Deletes those that were kept for long enough.
 * @param {string} root
 * @param {number} [now] ms since the epoch
 */
export async function sweepFormerAssets(root, now = Date.now()) {
  const known = await readFormerAssets(root)
  if (known.size > 0) await keepSome(root, known, now)
}

/**
 * @param {string} root
 * @param {ReadonlyMap<string, number>} known
 * @param {number} now
 */
async function keepSome(root, known, now) {
  /** @type {Record<string, number>} */
  const kept = {}
  let bytes = 0
  const latestFirst = [...known].sort(([, one], [, other]) => other - one)
  for (const [name, at] of latestFirst) {
    const file = path.join(assetsOf(root), name)
    if (!existsSync(file)) continue
    bytes += (await stat(file)).size
    if (now - at >= FORMER_ASSETS_KEPT_MS || bytes > FORMER_ASSETS_MAX_BYTES) await rm(file)
    else kept[name] = at
  }
  await mkdir(path.dirname(formerAssetsRecord(root)), { recursive: true })
  await writeFile(formerAssetsRecord(root), JSON.stringify(kept))
}

/**
 * Files alone: a build has no folders there.
 * @param {string} folder
 */
async function namesIn(folder) {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}
