import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'

const here = gather(undefined, () => ({ bindings: { SHORTER_WAITS: '{"reportDelayMs":500}' } }))

/** Rooms tell what they count after a moment. */
const PATIENCE = { timeout: 40_000, interval: 250 }
/** The page asks again every quarter of a minute. */
const ASKS_AGAIN_MS = 15_000

test('S4 two people meet, and the public figures say so, in figures, a chart and a table', async () => {
  const eve = await here.arrive('Eve', { locale: 'de' })
  await eve.page.clock.install()
  // The browser keeps the figures for ten seconds of a clock that nobody puts forward; what is routed it does not keep.
  await eve.page.route('**/api/stats', (route) => route.continue())
  await eve.page.goto(here.url)
  await eve.page.getByRole('link', { name: 'Essaim in Zahlen' }).click()
  await eve.page.getByRole('heading', { level: 1, name: 'Essaim in Zahlen' }).waitFor()
  expect(new URL(eve.page.url()).pathname).toBe('/stats')
  const figures = eve.page.locator('[data-figures="now"] dd')
  await expect.poll(() => figures.allTextContents(), PATIENCE).toEqual(['0', '0'])
  /** What it shows, and has it ask again by putting its clock forward. */
  const next = async (): Promise<string[]> => {
    await eve.page.clock.fastForward(ASKS_AGAIN_MS)
    return figures.allTextContents()
  }

  const ada = await here.join('meeting', 'Ada', { cam: false })
  const ben = await here.join('meeting', 'Ben', { cam: false })
  await ada.sees('Ben')
  await expect.poll(next, PATIENCE).toEqual(['1', '2'])
  const days = eve.page.locator('[data-figures="days"]')
  expect(await days.getByRole('img', { name: /^Konferenzen: Höchstens 1, am / }).count()).toBe(1)
  await days.locator('summary').click()
  const row = days.getByRole('row').nth(1)
  expect(await row.getByRole('cell').allTextContents()).toEqual(['1', '2'])

  await ben.press('leave')
  await ada.press('leave')
  await expect.poll(next, PATIENCE).toEqual(['0', '0'])
  expect(await row.getByRole('cell').allTextContents()).toEqual(['1', '2'])
  expect(eve.frames).toEqual([])
})

test('where the figures do not arrive, the page says so, and tries again when asked', async () => {
  const eve = await here.arrive('Eve')
  await eve.page.route('**/api/stats', (route) => route.abort())
  await eve.page.goto(`${here.url}/stats`)
  await eve.page.getByRole('alert').waitFor()
  await eve.page.unroute('**/api/stats')
  await eve.press('try-again')
  await eve.page.locator('[data-figures="now"]').waitFor()
})
