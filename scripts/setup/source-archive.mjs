import { existsSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs'
import { ROOT } from './places.mjs'
import { Problem } from './problem.mjs'
import { step } from './progress.mjs'
import { CommandFailed, runCommand } from './run-command.mjs'

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

/**
 * Packs the source of what runs here beside the page, changes of one's own included: whoever uses Essaim over a network is
 * offered it (AGPL-3.0 §13). Made anew when any of it has changed.
 */
export async function ensureSourceArchive() {
  const stamp = path.join(ROOT, '.cache/source-packed')
  const wanted = fingerprint(SOURCE_PARTS.map((part) => path.join(ROOT, part)))
  if (isStamped(stamp, wanted) && existsSync(ARCHIVE)) return
  await step('Packing the source', async () => {
    try {
      const left = ['--exclude=web/dist', '--exclude=node_modules', '--exclude=*.tsbuildinfo']
      await runCommand('tar', [...left, '-czf', ARCHIVE, '-C', ROOT, ...SOURCE_PARTS])
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error
      throw new Problem(`the source could not be packed. tar said:\n${error.output}`, { cause: error })
    }
    await writeStamp(stamp, wanted)
  })
}
