import { existsSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs'
import {
  assetsOf,
  formerAssetsRecord,
  keepFormerAssets,
  readFormerAssets,
  sweepFormerAssets,
} from './former-assets.mjs'
import { PINNED_NODE, ROOT } from './places.mjs'
import { Problem } from './problem.mjs'
import { step } from './progress.mjs'
import { CommandFailed, runCommand } from './run-command.mjs'

/** What the page is made of. */
const SOURCES = ['web', 'protocol', 'package-lock.json', 'tsconfig.base.json']

/** Where the assets of the build before wait until the next one is there. */
const ASIDE = path.join(ROOT, '.cache/page-before')

/** Builds the page into web/dist, when its sources have changed since the last time. Former assets stay for a while. */
export async function ensurePage() {
  const stamp = path.join(ROOT, '.cache/page-built')
  const wanted = fingerprint(SOURCES.map((source) => path.join(ROOT, source)))
  if (isStamped(stamp, wanted) && existsSync(path.join(ROOT, 'web/dist/index.html')))
    return sweepFormerAssets(ROOT)
  const replaced = await readFormerAssets(ROOT)
  await putAside()
  await step('Building the page', async () => {
    try {
      await runCommand(PINNED_NODE, [path.join(ROOT, 'node_modules/vite/bin/vite.js'), 'build'], {
        cwd: path.join(ROOT, 'web'),
        env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      })
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error
      throw new Problem(`the page could not be built. Vite said:\n${error.output}`, { cause: error })
    }
    // Of an empty folder of assets: the build has begun it anew.
    await rm(formerAssetsRecord(ROOT), { force: true })
    await keepFormerAssets(ROOT, ASIDE, replaced)
    await rm(ASIDE, { recursive: true, force: true })
    await writeStamp(stamp, wanted)
  })
}

/** What a build that was broken off has put aside is still there, and not in its place any more. */
async function putAside() {
  if (existsSync(ASIDE) || !existsSync(assetsOf(ROOT))) return
  const copy = `${ASIDE}.copy`
  await rm(copy, { recursive: true, force: true })
  await cp(assetsOf(ROOT), copy, { recursive: true })
  await rename(copy, ASIDE)
}
