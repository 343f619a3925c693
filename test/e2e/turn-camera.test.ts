import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'
import { giveTelephoneCameras } from './support/telephone-cameras.ts'

const meeting = gather({ cameras: 3 })

const PATIENCE = { timeout: 30_000, interval: 150 }
const TELEPHONE = { viewport: { width: 390, height: 740 } }
const FRONT = 16 / 9
const BACK = 4 / 3

/** How much wider than high a picture is that a page plays; not a number while it plays none. */
const shape = (page: Page, picture: string): Promise<number> =>
  page.locator(picture).evaluate((video: HTMLVideoElement) => video.videoWidth / video.videoHeight)

/** How wide for its height the picture of that person is as `viewer` receives it. */
const received = ({ page }: Person, name: string): Promise<number> =>
  shape(page, `article[data-name="${name}"] video`)

const isMirrored = (page: Page, picture: string): Promise<boolean> =>
  page.locator(picture).evaluate((video) => getComputedStyle(video).transform.startsWith('matrix(-1'))

/** The camera whose picture is sent. */
const sentCamera = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.received.sentSettings('video').deviceId)

const OWN = 'article[data-self] video'
const turn = '[data-action="turn-camera"]'

test('on a telephone, the others see what is behind it after one press, and one sees that unmirrored', async () => {
  const ada = await meeting.arrive('Ada', TELEPHONE)
  await ada.page.addInitScript(giveTelephoneCameras)
  await ada.visit(`${meeting.url}/turned?name=Ada&join&mic=0&cam=1${FRAGMENT}`)
  await ada.inRoom()
  const ben = await meeting.join('turned', 'Ben', { mic: false, cam: false, ...ENCRYPTED })
  await ben.watches('Ada')
  await expect.poll(() => received(ben, 'Ada'), PATIENCE).toBeCloseTo(FRONT, 1)
  expect(await isMirrored(ada.page, OWN)).toBe(true)
  const front = await sentCamera(ada.page)
  expect(front).toBeDefined()

  await ada.page.getByRole('button', { name: 'Switch camera' }).click()
  await expect.poll(() => received(ben, 'Ada'), PATIENCE).toBeCloseTo(BACK, 1)
  await ben.watches('Ada')
  expect(await isMirrored(ada.page, OWN)).toBe(false)
  expect(await sentCamera(ada.page)).not.toBe(front)

  await ada.press('turn-camera')
  await expect.poll(() => received(ben, 'Ada'), PATIENCE).toBeCloseTo(FRONT, 1)
  expect(await isMirrored(ada.page, OWN)).toBe(true)
  expect(await sentCamera(ada.page)).toBe(front)
  // Nobody else's tile offers it, nor one's own while the camera is off.
  expect(await ada.page.locator(turn).count()).toBe(1)
  await ada.press('camera')
  await ada.page.locator(turn).waitFor({ state: 'detached' })
})

test('before joining, one turns the camera round, and meets one’s own face again at the next visit', async () => {
  const ada = await meeting.arrive('Ada', TELEPHONE)
  await ada.page.addInitScript(giveTelephoneCameras)
  await ada.page.goto(`${meeting.url}/turned-before`)
  const preview = '.preview video'
  await expect.poll(() => shape(ada.page, preview), PATIENCE).toBeCloseTo(FRONT, 1)
  expect(await isMirrored(ada.page, preview)).toBe(true)
  await ada.press('turn-camera')
  await expect.poll(() => shape(ada.page, preview), PATIENCE).toBeCloseTo(BACK, 1)
  expect(await isMirrored(ada.page, preview)).toBe(false)
  await ada.page.reload()
  await expect.poll(() => shape(ada.page, preview), PATIENCE).toBeCloseTo(FRONT, 1)
})

test('on a desk whose cameras face no way, there is nothing to turn', async () => {
  const ada = await meeting.join('unturned', 'Ada', { mic: false, viewport: { width: 800, height: 640 } })
  await ada.tile('Ada').locator('video').waitFor()
  await ada.page.keyboard.press('o')
  await ada.press('settings')
  await expect.poll(() => ada.page.locator('[data-device="camera"] option').count(), PATIENCE).toBe(3)
  expect(await ada.page.locator(turn).count()).toBe(0)
})
