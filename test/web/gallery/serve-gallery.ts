import { existsSync } from 'node:fs'
import { copyFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import * as v from 'valibot'
import { build, preview } from 'vite'
import { fingerprint } from '../../../scripts/setup/fingerprint.mjs'
import { ROOT } from '../../../scripts/setup/places.mjs'
import type { Shot } from './shots.ts'

const SHARED = { configFile: false, root: import.meta.dirname, logLevel: 'warn' } as const

/** What the gallery is made of. */
const SOURCES = ['web', 'protocol', 'test/web/gallery', 'package-lock.json', 'tsconfig.base.json']

const KEPT = join(ROOT, '.cache/gallery')

/** Served beside the gallery: what a page loads by an address a browser compiles once, and what is handed to it each time. */
const AXE = 'axe.min.js'

/** Serves the views of the page with sessions that are made up: built, for some hundred scenes load all of it anew. */
export async function startGallery(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await preview({
    ...SHARED,
    build: { outDir: await builtGallery() },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the gallery has no address')
  return { url, close: () => server.close() }
}

/** The folder in which it is built: kept until its sources change, for several who build it at the same time, too. */
async function builtGallery(): Promise<string> {
  const wanted = fingerprint(SOURCES.map((source) => join(ROOT, source)))
  const folder = join(KEPT, wanted)
  if (existsSync(folder)) return folder
  const beside = `${folder}.${process.pid}`
  await build({
    ...SHARED,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: beside, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  })
  await copyFile(fileURLToPath(import.meta.resolve(`axe-core/${AXE}`)), join(beside, AXE))
  await rename(beside, folder).catch(async (error: unknown) => {
    // Somebody else was quicker.
    await rm(beside, { recursive: true })
    if (!existsSync(folder)) throw error
  })
  for (const name of await readdir(KEPT)) {
    if (!name.startsWith(wanted)) await rm(join(KEPT, name), { recursive: true, force: true })
  }
  return folder
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
  for (const action of shot.press) {
    const button = page.locator(`[data-action="${action}"]:visible`).first()
    // A finger does not see a tile's tools before it touched the tile; a keyboard reaches them wherever it is.
    const isTool = await button.evaluate((element) => element.closest('.tile-tools') !== null)
    await (isTool ? button.press('Enter') : button.click())
  }
  if (shot.write !== null) await page.locator('main input').first().fill(shot.write)
  if (shot.openDetails) await page.locator('summary').click()
}

/** What is wrong with the accessibility of the view of the gallery, as far as a machine can tell. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.addScriptTag({ url: new URL(AXE, page.url()).href })
  // Of what is right it needs no list of all elements.
  const found: unknown = await page.evaluate(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target).join(', ')))`,
  )
  return v.parse(v.array(v.string()), found)
}
