import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inLongRun } from '../support/long-run.ts'
import { axeProblems, openShot } from '../web/gallery/serve-gallery.ts'
import { SHOTS, type Shot } from '../web/gallery/shots.ts'
import { galleryHere } from './support/gallery-here.ts'

/** A second or two for each scene, and three where the machine has other things to do. */
const LONG = { timeout: 300_000 }

const here = galleryHere()

/** The scenes that there is time for: all in a long run, otherwise every other one, beginning with one of the first two. */
const halfOf = (shots: readonly Shot[], half: 0 | 1): readonly Shot[] =>
  shots.filter((_, index) => inLongRun(true, index % 2 === half))

type Look = (page: Page, shot: Shot) => Promise<void>

/** Looks at scenes one after the other in the same page, each as at a first visit. */
async function visit(shots: Iterable<Shot>, look: Look, more: Record<string, string> = {}): Promise<void> {
  const page = await here().browser.newPage({ reducedMotion: 'reduce' })
  await page.addInitScript(() => localStorage.clear())
  for (const shot of shots) {
    await openShot(page, here().gallery.url, shot, more)
    await look(page, shot)
  }
  await page.close()
}

/** Two go through one list: while one page loads, the other is looked at. */
async function visitByTwo(
  shots: readonly Shot[],
  look: Look,
  more: Record<string, string> = {},
): Promise<void> {
  const left = shots.values()
  await Promise.all([visit(left, look, more), visit(left, look, more)])
}

const panel = (page: Page) => page.locator('.panel')

const inEnglish = SHOTS.filter(({ name }) => name.endsWith('-light-en'))
const inRightToLeft = inEnglish.filter(
  ({ name, press }) => press.length > 0 || /^(home|before|room-04)-(wide|phone)/.test(name),
)

test('what runs from right to left fits its window, with panels at the end of the line', LONG, async () => {
  const wrong: string[] = []
  const look = async (page: Page, shot: Shot): Promise<void> => {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (overflow > 0) wrong.push(`${shot.name}: ${overflow} px too wide`)
    const box = (await panel(page).isVisible()) ? await panel(page).boundingBox() : null
    if (box && shot.size.width > 1_000 && box.x > 16) wrong.push(`${shot.name}: its panel begins at ${box.x}`)
  }
  // Each of them in a wide window or on a phone, by turns; and in both in a long run.
  const shots = inRightToLeft.filter((_, index) => inLongRun(true, index % 4 === 0 || index % 4 === 3))
  await visitByTwo(shots, look, { dir: 'rtl' })
  expect(wrong).toEqual([])
  expect(shots.length).toBeGreaterThan(20)
})

// Each scene is looked at in one kind, and in both of them in a long run.
test.each([
  ['wide-light-en', 0],
  ['phone-dark-fr', 1],
] as const)('axe finds nothing wrong in any scene: %s', LONG, async (kind, half) => {
  const wrong: string[] = []
  const shots = halfOf(
    SHOTS.filter(({ name }) => name.endsWith(kind)),
    half,
  )
  const look = async (page: Page, shot: Shot): Promise<void> => {
    for (const problem of await axeProblems(page)) wrong.push(`${shot.name}: ${problem}`)
  }
  await visitByTwo(shots, look)
  expect(wrong).toEqual([])
})

/** How wide the room's name is in the bar, how much of it is shown, and how far the tools stand from the middle. */
const barOf = (page: Page) =>
  page.evaluate(() => {
    const [name, tools] = ['.bar-room span', '.bar-tools'].map((part) => document.querySelector(part))
    if (!name || !tools) throw new Error('no bar')
    const { left, right } = tools.getBoundingClientRect()
    return { cut: name.scrollWidth - name.clientWidth, aside: (left + right - innerWidth) / 2, right }
  })

test('the room’s name is whole in the bar where there is room for it, and shortened where there is none', async () => {
  const shots = SHOTS.filter(({ name }) => name === 'room-02-wide-dark-fr')
  expect(shots).toHaveLength(1)
  await visit(shots, async (page, shot) => {
    const crowded = await barOf(page)
    expect(crowded.cut).toBe(0)
    expect(crowded.right).toBeLessThanOrEqual(shot.size.width)
    await page.setViewportSize({ width: 1600, height: 800 })
    await expect.poll(async () => Math.abs((await barOf(page)).aside)).toBeLessThan(2)
  })
  await visit(
    shots,
    async (page, shot) => {
      const long = await barOf(page)
      expect(long.cut).toBeGreaterThan(0)
      expect(long.right).toBeLessThanOrEqual(shot.size.width)
      expect(await page.locator('.bar-tools').evaluate((tools) => tools.clientHeight)).toBeLessThan(60)
    },
    { room: 'un-nom-de-salon-bien-plus-long-que-la-place-qui-lui-reste' },
  )
})

test.each([
  ['of several years', 'stats-wide-light-en', 3],
  ['of a single one', 'stats-day-wide-light-en', 0],
])('S4 the figures %s are drawn where there is something to compare', async (_of, name, bars) => {
  const shots = inEnglish.filter((each) => each.name === name)
  expect(shots).toHaveLength(1)
  await visit(shots, async (page) => {
    const years = page.locator('[data-figures="years"]')
    await years.getByRole('cell').first().waitFor()
    const charts = years.locator('svg')
    expect(await charts.count()).toBe(bars === 0 ? 0 : 2)
    expect(await charts.first().locator('rect').count()).toBe(bars)
    if (bars > 0) await years.getByText('At most 17,026, in 2026').waitFor()
  })
})
