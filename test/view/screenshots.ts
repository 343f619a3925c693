import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import * as v from 'valibot'
import { createServer } from 'vite'
import { SHOTS, type Shot } from './gallery/shots.ts'

/**
 * Takes a picture of every view of the gallery into test-results/view, for people to look at; and says which of them
 * are wider than their window, and what axe finds wrong with them. `node test/view/screenshots.ts [part of a name]`.
 */
const OUT = 'test-results/view'

const root = new URL('../..', import.meta.url).pathname

async function startGallery(): Promise<{ url: string; close: () => Promise<void> }> {
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

/** A browser whose person has set its letters to `textScale` times the usual size, as low vision makes one do. */
async function openBrowser(
  textScale: number,
): Promise<{ browser: BrowserContext; close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'essaim-gallery-'))
  await mkdir(join(profile, 'Default'))
  const preferences = { webkit: { webprefs: { default_font_size: 16 * textScale } } }
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
    reducedMotion: 'reduce',
  })
  return {
    browser,
    async close() {
      await browser.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** What is wrong with the accessibility of the view, as far as a machine can tell. */
async function axeProblems(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: join(root, 'node_modules/axe-core/axe.min.js') })
  const found: unknown = await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target).join(', ')))`,
  )
  return v.parse(v.array(v.string()), found)
}

async function take(browser: BrowserContext, gallery: string, shot: Shot): Promise<void> {
  const page = await browser.newPage()
  await page.setViewportSize(shot.size)
  page.on('pageerror', (error) => console.error(`${shot.name}: ${error.message}`))
  await page.goto(`${gallery}?${new URLSearchParams(shot.query)}`)
  await page.locator('main').waitFor()
  for (const action of shot.press) await page.locator(`[data-action="${action}"]`).first().click()
  if (shot.openDetails) await page.locator('summary').click()
  await page.waitForTimeout(shot.settleMs)
  for (const problem of await axeProblems(page)) console.error(`${shot.name}: ${problem}`)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (overflow > 0) console.error(`${shot.name}: ${overflow} px wider than the window`)
  await page.screenshot({ path: `${OUT}/${shot.name}.png`, fullPage: shot.query['view'] !== 'room' })
  await page.close()
}

const wanted = process.argv[2] ?? ''
await mkdir(OUT, { recursive: true })
const gallery = await startGallery()
try {
  for (const textScale of new Set(SHOTS.map((shot) => shot.textScale))) {
    const shots = SHOTS.filter((shot) => shot.name.includes(wanted) && shot.textScale === textScale)
    const { browser, close } = await openBrowser(textScale)
    for (const shot of shots) await take(browser, gallery.url, shot)
    await close()
  }
} finally {
  await gallery.close()
}
