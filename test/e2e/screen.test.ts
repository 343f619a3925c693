import { expect, test } from 'vitest'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'
import { shareCanvas } from './support/shared-screen.ts'

const meeting = gather()

const WIDE = { width: 1280, height: 800 } as const

const PATIENCE = { timeout: 30_000, interval: 200 }
const SCREEN = 'article[data-screen]:not([data-own])'

/** Somebody who can share, in a window wide enough for the bar to hold its button. */
async function sharer(room: string, name: string, fragment = ''): Promise<Person> {
  const person = await meeting.arrive(name, { viewport: WIDE })
  await person.page.addInitScript(shareCanvas)
  await person.visit(`${meeting.url}/${room}?name=${name}&join&mic=0&cam=0${fragment}`)
  await person.inRoom()
  return person
}

/** Ada, who can share, and Ben, who looks. */
async function two(room: string, isEncrypted = false): Promise<[Person, Person]> {
  const ada = await sharer(room, 'Ada', isEncrypted ? FRAGMENT : '')
  const ben = await meeting.join(room, 'Ben', { mic: false, cam: false, ...(isEncrypted && ENCRYPTED) })
  return [ada, ben]
}

const frames = (ben: Person) =>
  ben.page.evaluate((selector) => window.received.picture(selector, 'framesDecoded'), `${SCREEN} video`)

async function watchesScreen(ben: Person): Promise<void> {
  await ben.page.locator(`${SCREEN} video`).waitFor()
  const start = await frames(ben)
  await expect.poll(async () => (await frames(ben)) - start, PATIENCE).toBeGreaterThan(5)
}

/** Waits until something is heard: a screen, where nobody has a voice. */
async function hearsScreen({ page }: Person): Promise<void> {
  const energy = () => page.evaluate(async () => (await window.received.totals()).energy)
  const start = await energy()
  await expect.poll(async () => (await energy()) - start, PATIENCE).toBeGreaterThan(1e-5)
}

test('a shared screen moves and sounds for the others, and goes when it is stopped, again and again', async () => {
  const [ada, ben] = await two('screen', true)
  for (let round = 0; round < 2; round += 1) {
    await ada.press('share-screen')
    await watchesScreen(ben)
    expect(await ben.page.locator(SCREEN).getAttribute('aria-label')).toBe('Ada’s screen')
    await ben.page.locator('audio[data-screen]').waitFor({ state: 'attached' })
    await hearsScreen(ben)
    await ada.page.locator('article[data-own]').waitFor()
    await ada.press(round === 0 ? 'share-screen' : 'stop-sharing')
    await ben.page.locator(SCREEN).waitFor({ state: 'detached' })
  }
})

test('how loud a screen is, is set beside its owner’s voice; who is silenced is silent with it', async () => {
  const ada = await sharer('loud', 'Ada')
  const ben = await meeting.join('loud', 'Ben', { mic: false, cam: false, viewport: WIDE })
  await ada.press('share-screen')
  const sound = ben.page.locator('audio[data-screen]')
  await sound.waitFor({ state: 'attached' })
  const volume = () => sound.evaluate((element: HTMLAudioElement) => element.volume)
  await ben.press('people')
  const row = ben.page.locator('[data-person="Ada"]')
  await row.locator('[data-action="person-menu"]').click()
  await row.locator('[data-volume="screen"]').fill('5')
  await expect.poll(volume, PATIENCE).toBe(0.25)
  expect(await row.locator('[data-volume="voice"]').inputValue()).toBe('20')
  await row.locator('[data-action="silence"]').click()
  await expect.poll(volume, PATIENCE).toBe(0)
  await ben.tile('Ada').locator('[data-action="hear-again"]').click()
  await expect.poll(volume, PATIENCE).toBe(0.25)
})

test('a screen that the browser stops sharing is gone', async () => {
  const [ada, ben] = await two('ended')
  await ada.press('share-screen')
  await watchesScreen(ben)
  // The browser's own bar does the same to the track as this.
  await ada.page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('article[data-own] video')
    const stream = video?.srcObject
    if (stream instanceof MediaStream)
      for (const track of stream.getTracks()) track.dispatchEvent(new Event('ended'))
  })
  await ben.page.locator(SCREEN).waitFor({ state: 'detached' })
  await ada.page.locator('article[data-own]').waitFor({ state: 'detached' })
})

test('M12 two share at a time, each as sharp as it is; what is small comes in half of its size', async () => {
  const ada = await sharer('several', 'Ada', FRAGMENT)
  const cy = await sharer('several', 'Cy', FRAGMENT)
  const ben = await meeting.join('several', 'Ben', { mic: false, cam: false, viewport: WIDE, ...ENCRYPTED })
  await ada.press('share-screen')
  await cy.press('share-screen')
  const screenOf = (name: string) => `${SCREEN}[aria-label="${name}’s screen"]`
  const lines = () =>
    ben.page.evaluate(
      (selectors) =>
        Promise.all(selectors.map((selector) => window.received.picture(selector, 'frameHeight'))),
      ['Ada', 'Cy'].map((name) => `${screenOf(name)} video`),
    )
  // Two send more than one, and find out only bit by bit how much goes through.
  await expect.poll(lines, { ...PATIENCE, timeout: 2 * PATIENCE.timeout }).toEqual([360, 360])
  expect(await ben.page.locator(`${SCREEN}[data-place="large"]`).count()).toBe(2)

  await ben.page.locator(screenOf('Cy')).hover()
  await ben.page.locator(`${screenOf('Cy')} [data-action="pin"]`).click()
  await expect.poll(lines, PATIENCE).toEqual([180, 360])
  // Where bits are short, fewer pictures come, not blurred ones.
  const hint = await ada.page.locator('article[data-own] video').evaluate((video: HTMLVideoElement) => {
    const stream = video.srcObject
    return stream instanceof MediaStream ? stream.getVideoTracks()[0]?.contentHint : undefined
  })
  expect(hint).toBe('detail')
  const urgency = await ada.page.evaluate(() =>
    (['audio', 'video'] as const).map((kind) => window.received.sentPriorities(kind)),
  )
  // The microphone is open, though muted, beside the screen's sound.
  expect(urgency).toEqual([['high', 'high'], ['medium']])
})

/** Where something is on somebody's page. */
const boxOf = async (person: Person, selector: string) => {
  const box = await person.page.locator(selector).boundingBox()
  if (!box) throw new Error(`no ${selector}`)
  return box
}

test('one’s own screen is as small as a stamp, beside words that say so and end it; large only where one wants it', async () => {
  const [ada, ben] = await two('mirror')
  await ada.press('share-screen')
  await watchesScreen(ben)
  const stamp = await boxOf(ada, 'article[data-own]')
  expect([stamp.width, stamp.height]).toEqual([72, 44])
  await ada.page.getByText('You are sharing your screen').waitFor()
  // The other is as large as without it.
  const width = async () => (await boxOf(ada, 'article[data-name="Ben"]')).width
  await expect.poll(width, PATIENCE).toBeGreaterThan(1100)

  await ada.press('pin-own')
  const own = '.tile[data-own]'
  await expect.poll(async () => (await boxOf(ada, own)).width, PATIENCE).toBeGreaterThan(800)
  await ada.page.locator(own).hover()
  await ada.page.locator(`${own} [data-action="pin"]`).click()
  await ada.page.locator(own).waitFor({ state: 'detached' })
  await ada.press('stop-sharing')
  await ada.page.locator('article[data-own]').waitFor({ state: 'detached' })
  await ben.page.locator(SCREEN).waitFor({ state: 'detached' })
})

test('on a phone a shared screen fills the width, faces stand under it, its name beside it; and two fingers enlarge it', async () => {
  const ada = await sharer('phone', 'Ada', FRAGMENT)
  const phone = { mic: false, cam: false, viewport: { width: 360, height: 740 }, touch: true, locale: 'fr' }
  const ben = await meeting.join('phone', 'Ben', { ...phone, ...ENCRYPTED })
  await ada.press('share-screen')
  await watchesScreen(ben)
  const picture = `${SCREEN} video`
  const shown = () => boxOf(ben, picture)
  await expect.poll(async () => (await shown()).width / 360, PATIENCE).toBeGreaterThan(0.95)
  await expect
    .poll(async () => (await shown()).width / (await shown()).height, PATIENCE)
    .toBeCloseTo(16 / 9, 1)
  const { x, y, width, height } = await shown()
  const name = await boxOf(ben, `${SCREEN} .name-tag`)
  expect(name.y + name.height).toBeLessThanOrEqual(y)
  for (const who of ['Ada', 'Ben']) {
    const face = await boxOf(ben, `article[data-name="${who}"]`)
    expect(face.y).toBeGreaterThanOrEqual(y + height)
    expect(face.width).toBeLessThan(180)
  }

  const view = `${SCREEN} .screen-view`
  const fingers = await ben.page.context().newCDPSession(ben.page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: [number, number][]) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map(([dx, dy], id) => ({ x: x + dx, y: y + dy, id })),
    })
  const scale = async () => (await shown()).width / width
  const spread = async () => {
    await touch('touchStart', [150, 90], [190, 90])
    for (const by of [10, 20, 30, 40]) await touch('touchMove', [150 - by, 90], [190 + by, 90])
    await touch('touchEnd')
    return scale()
  }
  // What fingers need is fetched when a screen is large.
  await expect.poll(spread, PATIENCE).toBeGreaterThan(2.5)
  expect(await ben.page.evaluate(() => visualViewport?.scale)).toBe(1)
  const before = await shown()
  await touch('touchStart', [170, 90])
  for (const by of [10, 20, 30]) await touch('touchMove', [170 - by, 90])
  await touch('touchEnd')
  expect(before.x - (await shown()).x).toBeCloseTo(30, 0)
  // Nothing of it is over what is around it.
  expect(await boxOf(ben, view)).toMatchObject({ width: 344 })
  expect(await ben.page.locator(view).evaluate((element) => getComputedStyle(element).overflow)).toBe(
    'hidden',
  )

  await ben.page.touchscreen.tap(x + 100, y + 60)
  await ben.page.touchscreen.tap(x + 100, y + 60)
  await expect.poll(scale, PATIENCE).toBe(1)

  // On its side, the screen is as high as there is room, and the faces stand beside it.
  await ben.page.setViewportSize({ width: 740, height: 360 })
  const between = async () => {
    const [screen, face] = [await shown(), await boxOf(ben, 'article[data-name="Ada"]')]
    return face.x - screen.x - screen.width
  }
  await expect.poll(between, PATIENCE).toBeGreaterThan(0)
  expect((await shown()).height).toBeGreaterThan(220)
})
