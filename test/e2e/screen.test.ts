import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'
import { shareCanvas } from './support/shared-screen.ts'

const meeting = gather()

const WIDE = { width: 1280, height: 800 } as const

const PATIENCE = { timeout: 30_000, interval: 200 }
const SCREEN = 'article[data-screen]:not([data-own])'

/** Somebody who can share, in a window wide enough for the bar to hold its button. */
async function sharer(room: string, name: string): Promise<Person> {
  const person = await meeting.arrive(name, { viewport: WIDE })
  await person.page.addInitScript(shareCanvas)
  await person.visit(`${meeting.url}/${room}?name=${name}&join&mic=0&cam=0`)
  await person.inRoom()
  return person
}

/** Ada, who can share, and Ben, who looks. */
async function two(room: string): Promise<[Person, Person]> {
  const ada = await sharer(room, 'Ada')
  const ben = await meeting.join(room, 'Ben', { mic: false, cam: false })
  return [ada, ben]
}

const frames = (ben: Person) =>
  ben.page.evaluate((selector) => window.received.picture(selector, 'framesDecoded'), `${SCREEN} video`)

async function watchesScreen(ben: Person): Promise<void> {
  await ben.page.locator(`${SCREEN} video`).waitFor()
  const start = await frames(ben)
  await expect.poll(async () => (await frames(ben)) - start, PATIENCE).toBeGreaterThan(5)
}

test('a shared screen moves and sounds for the others, and goes when it is stopped, again and again', async () => {
  const [ada, ben] = await two('screen')
  for (let round = 0; round < 2; round += 1) {
    await ada.press('share-screen')
    await watchesScreen(ben)
    expect(await ben.page.locator(SCREEN).getAttribute('aria-label')).toBe('Ada’s screen')
    await ben.page.locator('audio[data-screen]').waitFor({ state: 'attached' })
    await ada.page.locator('article[data-own]').waitFor()
    await ada.press('share-screen')
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
  const ada = await sharer('several', 'Ada')
  const cy = await sharer('several', 'Cy')
  const ben = await meeting.join('several', 'Ben', { mic: false, cam: false, viewport: WIDE })
  await ada.press('share-screen')
  await cy.press('share-screen')
  const screenOf = (name: string) => `${SCREEN}[aria-label="${name}’s screen"]`
  const lines = () =>
    ben.page.evaluate(
      (selectors) =>
        Promise.all(selectors.map((selector) => window.received.picture(selector, 'frameHeight'))),
      ['Ada', 'Cy'].map((name) => `${screenOf(name)} video`),
    )
  await expect.poll(lines, PATIENCE).toEqual([360, 360])
  expect(await ben.page.locator(`.large-tiles ${SCREEN}`).count()).toBe(2)

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
