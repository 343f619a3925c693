import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from '../setup/places.mjs'
import { type Stage, single } from './stage.ts'

/** What a first visit may load of JavaScript to be in a call, compressed. */
const BUDGET_BYTES = 120_000

/** All of the page's JavaScript is what a call needs: nothing of it is loaded later. */
export const pageSizeStage: Stage = {
  name: 'page-size',
  title: `the page's JavaScript, at most ${BUDGET_BYTES / 1000} kB compressed`,
  run: async () => {
    const bytes = await compressedSize(path.join(ROOT, 'web/dist'))
    console.log(`${(bytes / 1000).toFixed(1)} kB of ${BUDGET_BYTES / 1000} kB`)
    return single(bytes > 0 && bytes <= BUDGET_BYTES)
  },
}

async function compressedSize(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true })
  const scripts = names.filter((name) => name.endsWith('.js'))
  const sizes = scripts.map(async (name) => gzipSync(await readFile(path.join(folder, name))).length)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
