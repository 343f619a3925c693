import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { readFormerAssets } from '../setup/former-assets.mjs'
import { ROOT } from '../setup/places.mjs'
import { type Stage, single } from './stage.ts'

/** What a first visit may load of JavaScript to be in a call, compressed; and to be in an encrypted one, workers included. */
const BUDGET_BYTES = 110_000
const ENCRYPTED_BUDGET_BYTES = 140_000

const DIST = path.join(ROOT, 'web/dist')

/**
 * What a call needs: what the page's HTML names, what that imports, and one language, the largest. The rest is loaded
 * when it is used.
 */
export const pageSizeStage: Stage = {
  name: 'page-size',
  title: `the JavaScript of a call, at most ${BUDGET_BYTES / 1000} kB compressed, ${ENCRYPTED_BUDGET_BYTES / 1000} where it is encrypted`,
  run: async (say) => {
    const call = await chunksOfCall()
    const plain = sum(await sizesOf(call)) + Math.max(...(await sizesOf(await languages())))
    const encrypted = plain + sum(await sizesOf(await chunksOfEncryption(call)))
    say(`${kilobytes(plain)} of ${kilobytes(BUDGET_BYTES)}; encrypted ${kilobytes(encrypted)} of `)
    say(`${kilobytes(ENCRYPTED_BUDGET_BYTES)}\n`)
    return single(plain <= BUDGET_BYTES && encrypted <= ENCRYPTED_BUDGET_BYTES)
  },
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

const NAMED_IN_HTML = /(?:src|href)="\/(assets\/[^"]+\.js)"/g
/** A static import of a bundled chunk, as against `import("…")`. */
const IMPORTED = /(?:from|import)\s*"\.\/([^"]+\.js)"/g

/** The chunks that are loaded without anybody asking for anything, as paths within the build. */
async function chunksOfCall(): Promise<string[]> {
  const html = await readFile(path.join(DIST, 'index.html'), 'utf8')
  const found = await withImports([...html.matchAll(NAMED_IN_HTML)].flatMap(([, file]) => file ?? []))
  if (found.length === 0) throw new Error('the page names no script')
  return found
}

/** These chunks, and all that they import. */
async function withImports(chunks: readonly string[]): Promise<string[]> {
  const found = new Set(chunks)
  // A set that grows while it is walked is walked to its end.
  for (const file of found) {
    const code = await readFile(path.join(DIST, file), 'utf8')
    for (const [, name] of code.matchAll(IMPORTED)) if (name) found.add(path.join(path.dirname(file), name))
  }
  return [...found]
}

/** What an encrypted call loads besides, by the names of its modules: its workers, and what is imported when there is a secret. */
const OF_ENCRYPTION = [/^encrypted-room-/, /^room-group-/, /^media-worker-/, /^key-news-/]

/** The chunks that an encrypted call needs beside those of any call. */
async function chunksOfEncryption(call: readonly string[]): Promise<string[]> {
  const former = await readFormerAssets(ROOT)
  const names = (await readdir(path.join(DIST, 'assets'))).filter((name) => !former.has(name))
  const found = OF_ENCRYPTION.flatMap((pattern) => {
    const files = names.filter((name) => name.endsWith('.js') && pattern.test(name))
    if (files.length === 0) throw new Error(`the build has nothing that is called ${pattern}`)
    return files
  })
  return (await withImports(found.map((name) => path.join('assets', name)))).filter(
    (file) => !call.includes(file),
  )
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
