import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * @param {string[]} places files and folders; of folders, everything in them but what tools leave there
 * @returns {string} changes when any of them does
 */
export function fingerprint(places) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(listFiles)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function listFiles(place) {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .sort()
    .flatMap((name) => listFiles(path.join(place, name)))
}

/**
 * A stamp holds the fingerprint of what a step was last done with.
 * @param {string} stamp
 * @param {string} current
 */
export function isStamped(stamp, current) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === current
}

/**
 * @param {string} stamp
 * @param {string} current
 */
export async function writeStamp(stamp, current) {
  await mkdir(path.dirname(stamp), { recursive: true })
  await writeFile(stamp, current)
}
