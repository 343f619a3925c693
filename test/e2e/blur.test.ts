import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkedCamera } from './support/checked-camera.ts'
import { ENCRYPTED } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const meeting = gather({ flags: [`--use-file-for-fake-video-capture=${checkedCamera()}`] })

/** The model is loaded and run without a graphics card, on a machine that is busy. */
const PATIENCE = { timeout: 60_000, interval: 300 }

/** Of the chessboard that the camera sees, and of it behind somebody who is not there. */
const SHARP = 20
const BLURRED = 8

const WIDE = { viewport: { width: 1280, height: 720 } } as const

/** How much neighbouring points of a picture differ. */
const detailOf = (picture: Locator): Promise<number> =>
  picture.evaluate((video: HTMLVideoElement) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no 2d canvas')
    pen.drawImage(video, 0, 0, canvas.width, canvas.height)
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
    let sum = 0
    for (let at = 4; at < data.length; at += 4) sum += Math.abs((data[at] ?? 0) - (data[at - 4] ?? 0))
    return sum / (canvas.width * canvas.height)
  })

/** The same of that person's picture, as `viewer` receives it. */
const detail = (viewer: Person, name: string): Promise<number> => detailOf(viewer.tile(name).locator('video'))

/** How much detail there is in all of the picture's own size: the first pictures are small, and vague. */
async function sharpness(viewer: Person, name: string): Promise<number> {
  const selector = `article[data-name="${name}"] video`
  await expect
    .poll(() => viewer.page.evaluate((of) => window.received.picture(of, 'frameHeight'), selector), PATIENCE)
    .toBe(360)
  await expect.poll(() => detail(viewer, name), PATIENCE).toBeGreaterThan(SHARP)
  return detail(viewer, name)
}

const modelFiles = ({ requests }: Person): string[] =>
  requests.filter((address) => /selfie_segmentation/.test(address))

test('what is behind one is blurred for the others, with files of our own that are fetched only then', async () => {
  const ada = await meeting.join('blurred', 'Ada', { mic: false, ...ENCRYPTED })
  const ben = await meeting.join('blurred', 'Ben', { mic: false, cam: false, ...WIDE, ...ENCRYPTED })
  const { promise: wait, resolve: goOn } = Promise.withResolvers<void>()
  await ada.page.route(/selfie_segmentation/, async (route) => {
    await wait
    await route.continue()
  })
  await ben.watches('Ada')
  const sharp = await sharpness(ben, 'Ada')
  expect(modelFiles(ada)).toEqual([])
  await ada.page.keyboard.press('o')
  await ada.press('settings')
  await ada.press('blursBackground')
  // While the model is on its way, nothing is sent, and one is told.
  await ben.tile('Ada').locator('video').waitFor({ state: 'detached' })
  await ada.page.locator('[data-problem="camera-treating"]').waitFor()
  expect(await ada.page.evaluate(() => window.received.sentEnabled('video'))).toBe(false)
  goOn()
  await ben.tile('Ada').locator('video').waitFor()
  await ada.page.locator('[data-problem]').waitFor({ state: 'detached' })
  await expect.poll(() => detail(ben, 'Ada'), PATIENCE).toBeLessThan(sharp / 4)
  await ben.watches('Ada')
  expect(modelFiles(ada).length).toBeGreaterThan(0)
  const hosts = new Set(ada.requests.map((address) => new URL(address).host))
  expect([...hosts]).toEqual([new URL(meeting.url).host])
})

test('chosen before joining, it is blurred from the first picture on', async () => {
  const ada = await meeting.arrive('Ada')
  await ada.page.goto(`${meeting.url}/blurred-first`)
  const preview = ada.page.locator('.preview-frame video')
  await preview.waitFor()
  await ada.page.locator('summary').click()
  await ada.press('blursBackground')
  await expect.poll(() => modelFiles(ada).length, PATIENCE).toBeGreaterThan(0)
  await expect.poll(() => detailOf(preview), PATIENCE).toBeLessThan(BLURRED)
  await ada.page.locator('[name="name"]').fill('Ada')
  await ada.press('join')
  await ada.inRoom()
  const ben = await meeting.join('blurred-first', 'Ben', { mic: false, cam: false, ...WIDE })
  await ben.watches('Ada')
  expect(await detail(ben, 'Ada')).toBeLessThan(BLURRED)
})

test('a camera whose background cannot be blurred stays off, until one says otherwise', async () => {
  const ada = await meeting.arrive('Ada')
  await ada.page.route(/selfie_segmentation/, (route) => route.abort())
  await ada.page.addInitScript(() =>
    localStorage.setItem('essaim', JSON.stringify({ blursBackground: true })),
  )
  await ada.visit(`${meeting.url}/unblurred?name=Ada&join&mic=0&cam=1`)
  await ada.inRoom()
  await ada.page.locator('[data-problem="camera-untreated"]').waitFor()
  // The microphone stays open, muted; the camera's light is off.
  await expect
    .poll(() => ada.page.evaluate(() => window.received.liveDevices()), PATIENCE)
    .toEqual(['default'])
  expect(await ada.page.evaluate(() => window.received.sentEnabled('video'))).toBe(false)
  await ada.press('instead')
  await ada.tile('Ada').locator('video').waitFor()
})
