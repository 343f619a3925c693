import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, openShot, startGallery } from '../view/gallery/serve-gallery.ts'
import { SHOTS, type Shot } from '../view/gallery/shots.ts'
import { openBrowser } from './support/browser.ts'

/** A second or two for each scene, and three where the machine has other things to do. */
const LONG = { timeout: 300_000 }

let browser: Browser
let gallery: Awaited<ReturnType<typeof startGallery>>

beforeAll(async () => {
  gallery = await startGallery()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

async function show(shot: Shot, more: Record<string, string> = {}): Promise<Page> {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  await openShot(page, gallery.url, shot, more)
  return page
}

const panel = (page: Page) => page.locator('.panel')

const inEnglish = SHOTS.filter(({ name }) => name.endsWith('-light-en'))
const inRightToLeft = inEnglish.filter(
  ({ name, press }) => press.length > 0 || /^(home|before|room-04)-(wide|phone)/.test(name),
)

test('what runs from right to left fits its window, with panels at the end of the line', LONG, async () => {
  const wrong: string[] = []
  for (const shot of inRightToLeft) {
    const page = await show(shot, { dir: 'rtl' })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (overflow > 0) wrong.push(`${shot.name}: ${overflow} px too wide`)
    const box = (await panel(page).isVisible()) ? await panel(page).boundingBox() : null
    if (box && shot.size.width > 1_000 && box.x > 16) wrong.push(`${shot.name}: its panel begins at ${box.x}`)
    await page.close()
  }
  expect(wrong).toEqual([])
  expect(inRightToLeft.length).toBeGreaterThan(20)
})

test('axe finds nothing serious in any scene', LONG, async () => {
  const wrong: string[] = []
  const left = inEnglish.filter(({ name }) => name.includes('-wide-'))
  const lookThrough = async (): Promise<void> => {
    for (let shot = left.shift(); shot; shot = left.shift()) {
      const page = await show(shot)
      for (const problem of await axeProblems(page, 'serious')) wrong.push(`${shot.name}: ${problem}`)
      await page.close()
    }
  }
  await Promise.all([lookThrough(), lookThrough(), lookThrough()])
  expect(wrong).toEqual([])
})
