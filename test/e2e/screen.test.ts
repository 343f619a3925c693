import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'
import { shareCanvas } from './support/shared-screen.ts'

const meeting = gather()

const PATIENCE = { timeout: 30_000, interval: 200 }
const SCREEN = 'article[data-screen]:not([data-own])'

/** Ada, who can share, and Ben, who looks. */
async function two(room: string): Promise<[Person, Person]> {
  // Wide enough for the bar to hold its button.
  const ada = await meeting.arrive('Ada', { viewport: { width: 1280, height: 800 } })
  await ada.page.addInitScript(shareCanvas)
  await ada.page.goto(`${meeting.url}/${room}?name=Ada&join&mic=0&cam=0`)
  await ada.inRoom()
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
