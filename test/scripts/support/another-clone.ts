import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { ROOT } from '../../../scripts/setup/places.mjs'
import { runCommand } from '../../../scripts/setup/run-command.mjs'
import { SOURCE_PARTS } from '../../../scripts/setup/source-archive.mjs'

const BUILT = path.join(ROOT, 'web/dist')

/**
 * Another clone of this checkout, at another depth, whose files came in another order and are readable by their owner alone.
 * What the page and the Worker are made of is there itself; the tools are links. It goes with the test.
 */
export async function anotherClone(): Promise<string> {
  // Beside what else is kept of this checkout: hard links do not leave a file system.
  const cache = path.join(ROOT, '.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(path.join(cache, 'elsewhere-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const clone = path.join(folder, 'a/deeper/place')
  for (const part of SOURCE_PARTS.toReversed()) {
    const filter = (source: string) => source !== BUILT
    await cp(path.join(ROOT, part), path.join(clone, part), { recursive: true, filter })
  }
  for (const entry of await readdir(path.join(clone, 'web'), { withFileTypes: true }))
    if (entry.isFile()) await chmod(path.join(entry.parentPath, entry.name), 0o600)
  await linkPackages(path.join(ROOT, 'node_modules'), path.join(clone, 'node_modules'))
  return clone
}

/** Of what is in the page or the Worker, each file; of all else, the folder. */
async function linkPackages(from: string, to: string): Promise<void> {
  const licences = await readFile(path.join(BUILT, 'licenses.txt'), 'utf8')
  const shipped = new Set([...licences.matchAll(/^## (\S+) - /gm)].map(([, name = '']) => name))
  shipped.add('itty-router')
  for (const name of await packagesIn(from)) {
    const target = path.join(to, name)
    await mkdir(path.dirname(target), { recursive: true })
    if (shipped.has(name)) await runCommand('cp', ['-al', path.join(from, name), target])
    else await symlink(path.join(from, name), target)
  }
}

async function packagesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  const scoped = names.filter((name) => name.startsWith('@'))
  const within = await Promise.all(
    scoped.map(async (scope) => (await readdir(path.join(folder, scope))).map((name) => `${scope}/${name}`)),
  )
  return [...names.filter((name) => !name.startsWith('@')), ...within.flat()]
}
