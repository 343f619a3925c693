import { join } from 'node:path'
import type { Page } from 'playwright-core'
import * as v from 'valibot'
import { createServer } from 'vite'

const root = new URL('../../..', import.meta.url).pathname

/** Serves the views of the page with sessions that are made up. */
export async function startGallery(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'warn',
    cacheDir: `${root}.cache/gallery`,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    optimizeDeps: { entries: ['test/view/gallery/index.html'] },
  })
  await server.listen()
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the gallery has no address')
  return { url: `${url}test/view/gallery/index.html`, close: () => server.close() }
}

/** What is wrong with the accessibility of the view, as far as a machine can tell. */
export async function axeProblems(page: Page, least: 'all' | 'serious' = 'all'): Promise<string[]> {
  await page.addScriptTag({ path: join(root, 'node_modules/axe-core/axe.min.js') })
  const found: unknown = await page.evaluate(
    `axe.run().then(({ violations }) => violations.filter(({ impact }) => ${JSON.stringify(least)} === 'all' || impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target).join(', ')))`,
  )
  return v.parse(v.array(v.string()), found)
}
