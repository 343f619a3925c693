import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs'
import { ROOT } from './places.mjs'
import { step } from './progress.mjs'
import { CommandFailed, runCommand } from './run-command.mjs'
import { tar } from './tar.mjs'

/**
 * All that the checkout consists of, by name: what an operator keeps beside it (`.dev.vars`, `data/`) is nobody's business.
 * A test holds it against what git tracks.
 */
export const SOURCE_PARTS = [
  '.ci',
  '.dockerignore',
  '.gitignore',
  'ARCHITECTURE.md',
  'CHANGES.md',
  'CONTRIBUTING.md',
  'GLOSSARY.md',
  'LICENSE',
  'PRIVACY.md',
  'PROTOCOL.md',
  'README.md',
  'SECURITY.md',
  'bench',
  'biome.json',
  'docs',
  'knip.json',
  'package-lock.json',
  'package.json',
  'protocol',
  'scripts',
  'sfu-node',
  'test',
  'tsconfig.base.json',
  'tsconfig.json',
  'vitest.config.ts',
  'web',
  'worker',
  'wrangler.toml',
]

/** Where the page links to (`web/features/site/colophon.tsx`). */
const ARCHIVE = path.join(ROOT, 'web/dist/source.tar.gz')
/** Which source that is: its version, and the commit, as far as git knows it. */
const NAME = path.join(ROOT, 'web/dist/source.txt')

/**
 * Packs the source of what runs here beside the page, changes of one's own included: whoever uses Essaim over a network is
 * offered it (AGPL-3.0 §13). Made anew when any of it has changed. The same source gives the same archive, unpacked: by it
 * and its name, anybody can build the same page (`npm run verify-build`).
 */
export async function ensureSourceArchive() {
  const stamp = path.join(ROOT, '.cache/source-packed')
  const name = await sourceName()
  const wanted = `${name}${fingerprint(SOURCE_PARTS.map((part) => path.join(ROOT, part)))}`
  if (isStamped(stamp, wanted) && existsSync(ARCHIVE) && existsSync(NAME)) return
  await step('Packing the source', async () => {
    await writeFile(ARCHIVE, await packedSource(ROOT))
    await writeFile(NAME, name)
    await writeStamp(stamp, wanted)
  })
}

/**
 * @param {string} root a checkout
 * @returns {Promise<Buffer>} its source, as a compressed archive
 */
export const packedSource = async (root) => gzipSync(await tar(root, SOURCE_PARTS, isBuilt))

/** @param {string} place */
const isBuilt = (place) =>
  place === 'web/dist' || path.basename(place) === 'node_modules' || place.endsWith('.tsbuildinfo')

/**
 * @returns {Promise<string>} a line each: the version; the commit, where the checkout is one of git's; whether there are
 *   changes besides
 */
async function sourceName() {
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'))
  const lines = [`version ${version}`]
  if (existsSync(path.join(ROOT, '.git'))) lines.push(...(await askGit()))
  return `${lines.join('\n')}\n`
}

/** Nothing where there is no git, or where it does not take the checkout for its own. */
async function askGit() {
  /** @param {string[]} args */
  const git = async (...args) => {
    /** @type {string[]} */
    const lines = []
    await runCommand('git', ['-C', ROOT, ...args], { onLine: (line) => lines.push(line) })
    return lines
  }
  try {
    const [commit] = await git('rev-parse', '--verify', 'HEAD')
    const changed = await git('status', '--porcelain', '--', ...SOURCE_PARTS)
    return [`commit ${commit}`, ...(changed.length > 0 ? ['with changes of its own'] : [])]
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    return []
  }
}
