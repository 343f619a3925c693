import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import * as v from 'valibot'
import { build, preview } from 'vite'
import type { Shot } from './shots.ts'

/** Serves the views of the page with sessions that are made up: built, for some hundred scenes load all of it anew. */
export async function startGallery(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'essaim-gallery-'))
  const shared = { configFile: false, root: import.meta.dirname, logLevel: 'warn' } as const
  await build({
    ...shared,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  })
  const server = await preview({
    ...shared,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the gallery has no address')
  const close = async (): Promise<void> => {
    await server.close()
    await rm(folder, { recursive: true })
  }
  return { url, close }
}

/**
 * Brings an empty page to the state that is to be looked at, in a window of its size.
 *
 * @param more - Asked of the gallery besides what the shot asks.
 */
export async function openShot(
  page: Page,
  galleryUrl: string,
  shot: Shot,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.setViewportSize(shot.size)
  await page.goto(`${galleryUrl}?${new URLSearchParams({ ...shot.query, ...more })}`)
  await page.locator('main').waitFor()
  for (const action of shot.press) await page.locator(`[data-action="${action}"]:visible`).first().click()
  if (shot.openDetails) await page.locator('summary').click()
}

/** What is wrong with the accessibility of the view, as far as a machine can tell. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js')) })
  const found: unknown = await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target).join(', ')))`,
  )
  return v.parse(v.array(v.string()), found)
}
