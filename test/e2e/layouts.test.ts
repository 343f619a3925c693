import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const meeting = gather()

const PATIENCE = { timeout: 30_000, interval: 200 }
const wide = { viewport: { width: 1280, height: 720 } } as const

const linesOf = (person: Person, name: string) =>
  person.page.evaluate(
    (selector) => window.received.picture(selector, 'frameHeight'),
    `article[data-name="${name}"] video`,
  )
const large = (person: Person) => person.page.locator('.large-tiles article').getAttribute('data-name')

// Only Cy can be heard, so that it is known whose the large place is. Cameras give 180 and 360 lines.
test('the layouts: all alike, whoever speaks large with more lines than the others, or alone', async () => {
  const ada = await meeting.join('layouts', 'Ada', { mic: false, cam: false, ...wide })
  await meeting.join('layouts', 'Ben', { mic: false })
  await meeting.join('layouts', 'Cy', { steadyVoice: true })
  await ada.watches('Ben')
  expect(await ada.page.locator('.large-tiles').count()).toBe(0)

  await ada.page.keyboard.press('l')
  await expect.poll(() => large(ada), PATIENCE).toBe('Cy')
  await ada.watches('Ben')
  await expect.poll(async () => (await linesOf(ada, 'Cy')) > (await linesOf(ada, 'Ben')), PATIENCE).toBe(true)

  await ada.page.keyboard.press('l')
  await ada.tile('Ben').waitFor({ state: 'detached' })
  expect(await large(ada)).toBe('Cy')
  await ada.watches('Cy')

  // Remembered: it is how this person likes it.
  await ada.page.reload()
  await ada.inRoom()
  await expect.poll(() => large(ada), PATIENCE).toBe('Cy')
})

test('a person is pinned and unpinned; oneself is hidden', async () => {
  const ada = await meeting.join('pins', 'Ada', { mic: false, ...wide })
  await meeting.join('pins', 'Ben', { mic: false })
  await ada.watches('Ben')
  await ada.tile('Ben').hover()
  await ada.tile('Ben').locator('[data-action="pin"]').click()
  expect(await large(ada)).toBe('Ben')
  await ada.watches('Ben')
  await ada.tile('Ben').dblclick()
  await ada.page.locator('.large-tiles').waitFor({ state: 'detached' })

  await ada.press('more')
  await ada.press('settings')
  await ada.press('hidesSelf')
  await ada.tile('Ada').waitFor({ state: 'detached' })
  await ada.press('hidesSelf')
  const own = ada.tile('Ada').locator('video')
  const turned = () => own.evaluate((video) => getComputedStyle(video).transform)
  await own.waitFor()
  expect(await turned()).toContain('-1')
  await ada.press('mirrorsSelf')
  expect(await turned()).toBe('none')
})

test('a picture that floats above other windows goes on; full screen comes and goes', async () => {
  const ada = await meeting.join('floats', 'Ada', { mic: false, cam: false, ...wide })
  await meeting.join('floats', 'Ben', { mic: false })
  await ada.watches('Ben')
  await ada.tile('Ben').hover()
  await ada.tile('Ben').locator('[data-action="float"]').click()
  await expect
    .poll(() => ada.page.evaluate(() => document.pictureInPictureElement !== null), PATIENCE)
    .toBe(true)
  // Out of view on the page, but not out of sight.
  await ada.page.locator('.stage').evaluate((stage: HTMLElement) => {
    stage.style.translate = '0 200vh'
  })
  await ada.page.waitForTimeout(1_000)
  await ada.watches('Ben')
  await ada.page.evaluate(() => document.exitPictureInPicture())
  await ada.page.keyboard.press('f')
  await expect
    .poll(() => ada.page.evaluate(() => document.fullscreenElement?.className), PATIENCE)
    .toBe('room')
  await ada.page.keyboard.press('f')
  await expect.poll(() => ada.page.evaluate(() => document.fullscreenElement), PATIENCE).toBeNull()
})

test('More shows the whole room on the whole display, and follows where that ends by a key; not offered where a browser cannot', async () => {
  const ada = await meeting.join('full-page', 'Ada', { mic: false, cam: false, ...wide })
  const filled = () => ada.page.evaluate(() => document.fullscreenElement?.className ?? null)
  const item = ada.page.locator('[data-action="full-room"]')
  await ada.press('more')
  await ada.press('full-room')
  await expect.poll(filled, PATIENCE).toBe('room')
  await ada.press('more')
  await item.getByText('Leave full screen').waitFor()
  // As the Escape key does, which no page sees.
  await ada.page.evaluate(() => document.exitFullscreen())
  await item.getByText('Full screen', { exact: true }).waitFor()

  const ben = await meeting.arrive('Ben', wide)
  await ben.page.addInitScript(() => Object.defineProperty(document, 'fullscreenEnabled', { value: false }))
  await ben.visit(`${meeting.url}/full-page?name=Ben&join&mic=0&cam=0`)
  await ben.inRoom()
  await ben.press('more')
  await ben.page.locator('[data-action="settings"]').waitFor()
  expect(await ben.page.locator('[data-action="full-room"]').count()).toBe(0)
})
