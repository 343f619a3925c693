import { mkdir } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { openGalleryBrowser } from './gallery/gallery-browser.ts'
import { axeProblems, openShot, startGallery } from './gallery/serve-gallery.ts'
import { SHOTS, type Shot } from './gallery/shots.ts'

/**
 * Takes a picture of every view of the gallery into test-results/view, for people to look at; and says which of them
 * are wider than their window, and what axe finds wrong with them. `node test/web/screenshots.ts [part of a name]`.
 */
const OUT = 'test-results/view'

async function take(browser: Browser, gallery: string, shot: Shot): Promise<void> {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  // A telephone is touched: what has to be large for a finger is large in its pictures.
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setTouchEmulationEnabled', {
    enabled: Math.min(shot.size.width, shot.size.height) < 600,
  })
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
    const browser = await openGalleryBrowser(textScale)
    for (const shot of shots) await take(browser, gallery.url, shot)
    await browser.close()
  }
} finally {
  await gallery.close()
}
