import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const meeting = gather()

const PATIENCE = { timeout: 30_000, interval: 200 }

async function adaWatchesBen(room: string): Promise<Person> {
  const viewport = { width: 1280, height: 800 }
  const ada = await meeting.join(room, 'Ada', { mic: false, cam: false, viewport })
  await meeting.join(room, 'Ben', { mic: false })
  await ada.watches('Ben')
  return ada
}

const BEN = 'article[data-name="Ben"] video'
const ADA = 'article[data-name="Ada"] video'
const picture = (ada: Person, figure: 'framesDecoded' | 'frameHeight') =>
  ada.page.evaluate(([selector, of]) => window.received.picture(selector, of), [BEN, figure] as const)

// Ben's camera gives 360 lines, in layers of 180 and 360.
test('M5 a small tile receives fewer pixels than a large one', async () => {
  const ada = await adaWatchesBen('small')
  await expect.poll(() => picture(ada, 'frameHeight'), PATIENCE).toBe(360)
  await ada.press('swap')
  await expect.poll(() => picture(ada, 'frameHeight'), PATIENCE).toBe(180)
})

test('M5 a tile out of view receives nothing, and its picture comes back', async () => {
  const ada = await adaWatchesBen('hidden')
  const hide = (on: boolean) =>
    ada.page.locator('.stage').evaluate((stage: HTMLElement, away) => {
      stage.style.translate = away ? '0 200vh' : ''
    }, on)
  await hide(true)
  await expect
    .poll(async () => {
      const before = await picture(ada, 'framesDecoded')
      await ada.page.waitForTimeout(1_000)
      return (await picture(ada, 'framesDecoded')) - before
    }, PATIENCE)
    .toBe(0)
  await hide(false)
  await ada.watches('Ben')
})

test('M12 low quality: small pictures both ways; sound only: none, and the voices go on; automatic: as before', async () => {
  const viewport = { width: 640, height: 480 }
  const ada = await meeting.join('quality', 'Ada', { viewport })
  const ben = await meeting.join('quality', 'Ben', { viewport })
  const lines = async () => [
    await picture(ada, 'frameHeight'),
    await ben.page.evaluate((selector) => window.received.picture(selector, 'frameHeight'), ADA),
  ]
  await expect.poll(lines, PATIENCE).toEqual([360, 360])
  const urgency = await ada.page.evaluate(() =>
    (['audio', 'video'] as const).map((kind) => window.received.sentPriorities(kind)),
  )
  expect(urgency).toEqual([['high'], ['very-low']])
  await ada.press('more')
  await ada.press('settings')
  const quality = ada.page.locator('[data-setting="quality"]')
  await quality.selectOption('low')
  await expect.poll(lines, PATIENCE).toEqual([180, 180])

  const frames = () => ada.page.evaluate(() => window.received.allFramesDecoded())
  await quality.selectOption('audio')
  await ben.tile('Ada').locator('video').waitFor({ state: 'detached' })
  await expect
    .poll(async () => {
      const before = await frames()
      await ada.page.waitForTimeout(1_000)
      return (await frames()) - before
    }, PATIENCE)
    .toBe(0)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  // Nobody stares who stopped.
  await ada.tile('Ben').locator('.badge').waitFor()
  expect(await ada.tile('Ben').locator('video').count()).toBe(0)

  await ada.press('show-faces')
  expect(await quality.inputValue()).toBe('auto')
  await ada.press('camera')
  await expect.poll(lines, PATIENCE).toEqual([360, 360])
})
