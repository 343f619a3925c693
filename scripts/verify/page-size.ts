import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { readFormerAssets } from '../setup/former-assets.mjs'
import { ROOT } from '../setup/places.mjs'
import { type Stage, single } from './stage.ts'

/** What a first visit may load of JavaScript to be in a call, compressed. */
const BUDGET_BYTES = 120_000

const DIST = path.join(ROOT, 'web/dist')

/**
 * What a call needs: what the page's HTML names, what that imports, and one language, the largest. The rest is loaded
 * when it is used.
 */
export const pageSizeStage: Stage = {
  name: 'page-size',
  title: `the JavaScript of a call, at most ${BUDGET_BYTES / 1000} kB compressed`,
  run: async (say) => {
    const bytes = sum(await sizesOf(await chunksOfCall())) + Math.max(...(await sizesOf(await languages())))
    say(`${(bytes / 1000).toFixed(1)} kB of ${BUDGET_BYTES / 1000} kB\n`)
    return single(bytes <= BUDGET_BYTES)
  },
}

const NAMED_IN_HTML = /(?:src|href)="\/(assets\/[^"]+\.js)"/g
/** A static import of a bundled chunk, as against `import("…")`. */
const IMPORTED = /(?:from|import)\s*"\.\/([^"]+\.js)"/g

/** The chunks that are loaded without anybody asking for anything, as paths within the build. */
async function chunksOfCall(): Promise<string[]> {
  const html = await readFile(path.join(DIST, 'index.html'), 'utf8')
  const found = new Set([...html.matchAll(NAMED_IN_HTML)].flatMap(([, file]) => file ?? []))
  // A set that grows while it is walked is walked to its end.
  for (const file of found) {
    const code = await readFile(path.join(DIST, file), 'utf8')
    for (const [, name] of code.matchAll(IMPORTED)) if (name) found.add(path.join(path.dirname(file), name))
  }
  if (found.size === 0) throw new Error('the page names no script')
  return [...found]
}

/** The chunk of each language, named by its tag. */
async function languages(): Promise<string[]> {
  const former = await readFormerAssets(ROOT)
  const names = (await readdir(path.join(DIST, 'assets'))).filter((name) => !former.has(name))
  const found = names.filter((name) => /^[a-z]{2}-[^/]+\.js$/.test(name))
  if (found.length === 0) throw new Error('the build has no language')
  return found.map((name) => path.join('assets', name))
}

const sizesOf = (files: readonly string[]): Promise<number[]> =>
  Promise.all(files.map(async (file) => gzipSync(await readFile(path.join(DIST, file))).length))

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)
