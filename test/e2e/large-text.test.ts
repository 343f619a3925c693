import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGalleryBrowser } from '../web/gallery/gallery-browser.ts'
import { openShot, startGallery } from '../web/gallery/serve-gallery.ts'
import { SHOTS } from '../web/gallery/shots.ts'

/** A second or two for each scene, and three where the machine has other things to do. */
const LONG = { timeout: 240_000 }

const SCENES =
  /^(home|before-devices|password|lobby|after-removed|link-link-required|before-unable|room-(04|more|person-menu|chat|poll-form|door|settings|own-notices|knock|recorded|encryption|tampered))-wide-light-en$/
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
  { width: 740, height: 360 },
]

let gallery: Awaited<ReturnType<typeof startGallery>>
let large: Browser

beforeAll(async () => {
  gallery = await startGallery()
  large = await openGalleryBrowser(2)
})
afterAll(async () => {
  await large?.close()
  await gallery?.close()
})

/** What of the view cannot be seen, however one scrolls. */
const outOfSight = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const tooWide = [
      ...document.querySelectorAll<HTMLElement>('html, .panel-body, .notice:not([data-behind]), .problem'),
    ].filter((element) => element.scrollWidth > element.clientWidth + 1)
    // The bar and the head of a panel do not scroll; what else is there does.
    const fixed = [...document.querySelectorAll<HTMLElement>(':is(.bar, .panel-head) :is(button, h2)')]
    const outside = fixed.filter((element) => {
      if (!element.checkVisibility()) return false
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight
    })
    return [...tooWide, ...outside].map((element) => element.dataset['action'] ?? element.className)
  })

test(
  'letters of twice the size fit, in the longest language, on a desk and on phones held either way',
  LONG,
  async () => {
    const shots = SHOTS.filter(({ name }) => SCENES.test(name))
    expect(shots).toHaveLength(19)
    const wrong: string[] = []
    for (const size of SIZES) {
      const page = await large.newPage({ reducedMotion: 'reduce' })
      for (const shot of shots) {
        await openShot(page, gallery.url, { ...shot, size }, { language: 'de' })
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
        for (const what of await outOfSight(page)) wrong.push(`${shot.name} at ${size.width}: ${what}`)
      }
      await page.close()
    }
    expect(wrong).toEqual([])
  },
)
