import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const meeting = gather()

const PATIENCE = { timeout: 30_000, interval: 200 }
const DESK = { viewport: { width: 1280, height: 800 } } as const
const PHONE = { viewport: { width: 360, height: 740 }, touch: true, locale: 'fr' } as const
const wide = { viewport: { width: 1280, height: 720 } } as const

const linesOf = (person: Person, name: string) =>
  person.page.evaluate(
    (selector) => window.received.picture(selector, 'frameHeight'),
    `article[data-name="${name}"] video`,
  )
const largeTile = (person: Person) => person.page.locator('article[data-place="large"]')
const large = (person: Person) => largeTile(person).getAttribute('data-name')

/** Where somebody's tile is on the page of `person`; nowhere where there is none. */
async function boxOf(person: Person, name: string) {
  const box = await person.tile(name).boundingBox()
  return box ?? { x: -1, y: -1, width: 0, height: 0 }
}

/** What part of the window's width, and in which quarter of the window, a tile is. */
async function placeOfTile(person: Person, name: string) {
  const { width, height } = person.page.viewportSize() ?? { width: 0, height: 0 }
  const box = await boxOf(person, name)
  const row = box.y + box.height / 2 > height / 2 ? 'bottom' : 'top'
  return { part: box.width / width, at: `${row} ${box.x + box.width / 2 > width / 2 ? 'right' : 'left'}` }
}

const isLarge = (person: Person, name: string) =>
  expect.poll(async () => (await placeOfTile(person, name)).part, PATIENCE).toBeGreaterThan(0.9)

/** Small, at a corner of the window. */
const isInCorner = (person: Person, name: string, corner: string) =>
  expect
    .poll(async () => {
      const { part, at } = await placeOfTile(person, name)
      return part < 0.35 ? at : part
    }, PATIENCE)
    .toBe(corner)

// Only Cy can be heard, so that it is known whose the large place is. Cameras give 180 and 360 lines.
test('the layouts: all alike, whoever speaks large with more lines than the others, or alone', async () => {
  const ada = await meeting.join('layouts', 'Ada', { mic: false, cam: false, ...wide })
  await meeting.join('layouts', 'Ben', { mic: false })
  await meeting.join('layouts', 'Cy', { steadyVoice: true })
  await ada.watches('Ben')
  await expect.poll(() => largeTile(ada).count(), PATIENCE).toBe(0)

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
  // Pinned he stands beside her, and has no corner of his.
  await ada.tile('Ada').and(ada.page.locator('[data-place="small"]')).waitFor()
  expect(await large(ada)).toBe('Ben')
  await ada.watches('Ben')
  await ada.tile('Ben').dblclick()
  await ada.tile('Ada').and(ada.page.locator('[data-place="corner"]')).waitFor()

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

test('two people: the other is large, oneself small in a corner that is dragged, swapped, hidden and remembered', async () => {
  const ada = await meeting.join('two', 'Ada', { mic: false, ...DESK })
  await meeting.join('two', 'Ben', { mic: false })
  await isLarge(ada, 'Ben')
  await isInCorner(ada, 'Ada', 'bottom right')
  await expect.poll(() => linesOf(ada, 'Ben'), PATIENCE).toBe(360)

  const { mouse, keyboard } = ada.page
  const from = await boxOf(ada, 'Ada')
  await mouse.move(from.x + 100, from.y + 70)
  await mouse.down()
  await mouse.move(from.x - 700, from.y - 300, { steps: 5 })
  const dragged = await boxOf(ada, 'Ada')
  expect([from.x - dragged.x, from.y - dragged.y]).toEqual([800, 370])
  await mouse.up()
  await isInCorner(ada, 'Ada', 'top left')
  await isLarge(ada, 'Ben')

  // A press gives the other the small place, and fewer pixels with it; who is large is pressed in vain.
  const swap = ada.page.locator('[data-action="swap"]')
  await swap.click()
  await isLarge(ada, 'Ada')
  await isInCorner(ada, 'Ben', 'top left')
  await expect.poll(() => linesOf(ada, 'Ben'), PATIENCE).toBe(180)
  await swap.focus()
  await keyboard.press('Enter')
  await isLarge(ada, 'Ben')
  await swap.focus()
  await keyboard.press('ArrowRight')
  await isInCorner(ada, 'Ada', 'top right')
  await keyboard.press('ArrowDown')
  await isInCorner(ada, 'Ada', 'bottom right')
  await keyboard.press('ArrowUp')
  await ada.tile('Ada').getByRole('status').getByText('At the top right').waitFor({ state: 'attached' })

  await ada.tile('Ada').hover()
  await ada.press('hide-self')
  await ada.tile('Ada').waitFor({ state: 'detached' })
  await isLarge(ada, 'Ben')
  await ada.page.reload()
  await ada.inRoom()
  await ada.press('show-self')
  await isInCorner(ada, 'Ada', 'top right')

  // Somebody else: all are alike, and none lies over another.
  await meeting.join('two', 'Cy', { mic: false, cam: false })
  const alike = async () => {
    const boxes = await Promise.all(['Ada', 'Ben', 'Cy'].map((name) => boxOf(ada, name)))
    return new Set(boxes.map(({ width, height }) => `${Math.round(width)} x ${Math.round(height)}`)).size
  }
  await expect.poll(alike, PATIENCE).toBe(1)
  const { width, height } = await boxOf(ada, 'Ben')
  expect(width / height).toBeGreaterThanOrEqual(4 / 3 - 0.01)
  expect(width).toBeGreaterThan(600)
  expect(await ada.page.locator('[data-action="swap"]').count()).toBe(0)
})

test('on a phone, in French: the other fills its width, a finger moves and swaps, and shows a tile’s tools by touching it', async () => {
  const ada = await meeting.join('deux', 'Ada', { mic: false, ...PHONE })
  await meeting.join('deux', 'Ben', { mic: false })
  await isLarge(ada, 'Ben')
  await isInCorner(ada, 'Ada', 'bottom right')
  const swap = ada.page.getByRole('button', { name: /^Afficher Ada en grand/ })
  await swap.waitFor()

  const tools = ada.tile('Ben').locator('.tile-tools')
  const seen = () => tools.evaluate((element) => getComputedStyle(element).opacity)
  expect(await seen()).toBe('0')
  const { x, y, width } = await boxOf(ada, 'Ben')
  const touch = () => ada.page.touchscreen.tap(x + width / 2, y + 100)
  await touch()
  await expect.poll(seen, PATIENCE).toBe('1')
  await touch()
  await expect.poll(seen, PATIENCE).toBe('0')
  // Where they are unseen nothing is pressed.
  await ada.page.touchscreen.tap(x + width - 20, y + 24)
  await expect.poll(seen, PATIENCE).toBe('1')
  expect(await ada.tile('Ben').getAttribute('data-pinned')).toBeNull()

  const fingers = await ada.page.context().newCDPSession(ada.page)
  const from = await boxOf(ada, 'Ada')
  const finger = (dx: number, dy: number) => [{ x: from.x + 40 + dx, y: from.y + 60 + dy }]
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: finger(0, 0) })
  for (const step of [0.25, 0.5, 0.75, 1]) {
    const touchPoints = finger(-200 * step, -400 * step)
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
  }
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await isInCorner(ada, 'Ada', 'top left')
  // For a moment after a finger flew away, the browser takes no tap for one.
  await expect
    .poll(
      async () => {
        if ((await placeOfTile(ada, 'Ada')).part < 0.35) await swap.tap()
        return large(ada)
      },
      { ...PATIENCE, interval: 500 },
    )
    .toBe('Ada')
  await isLarge(ada, 'Ada')
  await isInCorner(ada, 'Ben', 'top left')
  // What one touched is what one can do something with.
  await ada.press('hide-self')
  await ada.tile('Ada').waitFor({ state: 'detached' })
  await isLarge(ada, 'Ben')
  await ada.page.getByRole('button', { name: 'Afficher ma propre image' }).tap()
  await isInCorner(ada, 'Ada', 'top left')

  // Of whoever speaks alone it is the same: oneself has nowhere all of the width.
  await ada.page.keyboard.press('l')
  await ada.page.keyboard.press('l')
  await ada.page.locator('.stage[data-layout="speaker"]').waitFor()
  await isInCorner(ada, 'Ada', 'top left')
  await isLarge(ada, 'Ben')
})
