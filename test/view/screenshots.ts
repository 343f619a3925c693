import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { axeProblems, openShot, startGallery } from './gallery/serve-gallery.ts'
import { SHOTS, type Shot } from './gallery/shots.ts'

/**
 * Takes a picture of every view of the gallery into test-results/view, for people to look at; and says which of them
 * are wider than their window, and what axe finds wrong with them. `node test/view/screenshots.ts [part of a name]`.
 */
const OUT = 'test-results/view'

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

async function take(browser: BrowserContext, gallery: string, shot: Shot): Promise<void> {
  const page = await browser.newPage()
  // A telephone is touched: what has to be large for a finger is large in its pictures.
  const devtools = await browser.newCDPSession(page)
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: shot.size.width < 600 })
  page.on('pageerror', (error) => console.error(`${shot.name}: ${error.message}`))
  await openShot(page, gallery, shot)
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
