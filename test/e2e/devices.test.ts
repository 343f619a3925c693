import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import { hideDevices, vanishingDevices } from './support/hidden-devices.ts'
import type { Person } from './support/person.ts'

/** Of Chromium's fake cameras, the second measures depth, which no codec sends. */
const DEPTH_CAMERA = 'fake_device_1'
const meeting = gather({ cameras: 3 })

const PATIENCE = { timeout: 30_000, interval: 150 }

const openSettings = async ({ page }: Person): Promise<void> => {
  await page.keyboard.press('o')
  await page.locator('[data-action="settings"]').click()
  await page.locator('[data-device="microphone"]').waitFor()
}

const choices = (page: Page, kind: string): Promise<{ id: string; label: string }[]> =>
  page
    .locator(`[data-device="${kind}"] option`)
    .evaluateAll((options) =>
      options.flatMap((each) =>
        each instanceof HTMLOptionElement ? [{ id: each.value, label: each.text }] : [],
      ),
    )

const chosen = (page: Page, kind: string): Promise<string> =>
  page.locator(`[data-device="${kind}"]`).inputValue()

/** Chooses another device than the one in use, and returns which. */
async function chooseAnother(page: Page, kind: string): Promise<string> {
  const now = await chosen(page, kind)
  const other = (await choices(page, kind)).find(
    ({ id, label }) => id !== now && id !== 'default' && label !== DEPTH_CAMERA,
  )
  if (!other) throw new Error(`there is no other ${kind}`)
  await page.locator(`[data-device="${kind}"]`).selectOption(other.id)
  return other.id
}

/** The producers that somebody's page announced, by kind. */
const produced = ({ frames }: Person): string[] =>
  frames.filter(({ from, text }) => from === 'page' && text.includes('"produce"')).map(({ text }) => text)

test('another microphone and another camera take over without a gap, on the same producers', async () => {
  const ada = await meeting.join('exchange', 'Ada', ENCRYPTED)
  const ben = await meeting.join('exchange', 'Ben', { mic: false, cam: false, ...ENCRYPTED })
  await ben.watches('Ada')
  await ben.hears('Ada')
  const before = produced(ada)
  expect(before).toHaveLength(2)
  await openSettings(ada)

  const microphone = await chooseAnother(ada.page, 'microphone')
  const camera = await chooseAnother(ada.page, 'camera')
  await expect.poll(() => chosen(ada.page, 'microphone'), PATIENCE).toBe(microphone)
  await expect.poll(() => chosen(ada.page, 'camera'), PATIENCE).toBe(camera)
  await expect.poll(() => sentDevices(ada.page), PATIENCE).toEqual([camera, microphone].sort())
  await ben.hears('Ada')
  await ben.watches('Ada')
  // What was exchanged is over: no light stays on.
  await expect.poll(() => liveDevices(ada.page), PATIENCE).toEqual([camera, microphone].sort())

  expect(produced(ada)).toEqual(before)
  const muted = ada.frames.filter(({ from, text }) => from === 'page' && text.includes('set-producer-paused'))
  expect(muted).toEqual([])
})

test('what one chose before joining is asked for at the next visit', async () => {
  const { page } = await meeting.arrive('Ada')
  await page.addInitScript(keepAsked)
  await page.goto(`${meeting.url}/chosen`)
  await page.locator('.preview-frame video').waitFor()
  await page.locator('summary').click()
  await page.locator('[data-device="camera"]').waitFor()
  const microphone = await chooseAnother(page, 'microphone')
  const camera = await chooseAnother(page, 'camera')
  await expect.poll(() => liveDevices(page), PATIENCE).toEqual([camera, microphone].sort())
  await page.reload()
  // What opens is not compared: a browser without windows gives its devices other ids at each visit.
  await expect
    .poll(() => page.evaluate(() => window.asked[0]), PATIENCE)
    .toMatchObject({ audio: { deviceId: { ideal: microphone } }, video: { deviceId: { ideal: camera } } })
})

test('a camera that does not start leaves the former one on, and the page says so', async () => {
  // On a telephone, the former camera would make room for the other one first.
  const ada = await meeting.join('stubborn', 'Ada', { viewport: { width: 800, height: 640 } })
  const ben = await meeting.join('stubborn', 'Ben', { mic: false, cam: false })
  await ben.watches('Ada')
  await openSettings(ada)
  const former = await chosen(ada.page, 'camera')
  await ada.page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('another program has it', 'NotReadableError'))
  })
  await chooseAnother(ada.page, 'camera')
  await ada.page.locator('[data-problem="camera-kept-busy"]').waitFor()
  expect(await chosen(ada.page, 'camera')).toBe(former)
  await ben.watches('Ada')
})

test('a headset that is plugged in is offered once, and taken with one press', async () => {
  const ada = await meeting.arrive('Ada')
  await ada.page.addInitScript(hideDevices)
  await ada.visit(`${meeting.url}/headset?name=Ada&join&mic=1&cam=0`)
  await ada.inRoom()
  const ben = await meeting.join('headset', 'Ben', { mic: false, cam: false })
  await ben.hears('Ada')
  const notice = ada.page.locator('[data-notice="device-arrived"]')
  expect(await notice.count()).toBe(0)

  await ada.page.evaluate(() => window.plugIn())
  await notice.waitFor()
  expect(await notice.textContent()).toContain('Fake Audio Input 2')
  await ada.press('dismiss-device')
  await ada.page.evaluate(() => window.unplug())
  await ada.page.evaluate(() => window.plugIn())
  await ada.page.waitForTimeout(1_000)
  expect(await notice.count()).toBe(0)

  await ada.page.reload()
  await ada.inRoom()
  await ada.tile('Ada').and(ada.page.locator('[data-microphone="on"]')).waitFor()
  // A browser without windows gives its devices other ids at each visit.
  const headset = await ada.page.evaluate(() => window.plugIn())
  await notice.waitFor()
  await ada.press('accept-device')
  await notice.waitFor({ state: 'detached' })
  await expect.poll(() => sentDevices(ada.page), PATIENCE).toEqual([headset])
  await ben.hears('Ada')
})

test('a camera that is unplugged is exchanged by a press alone; a microphone and a loudspeaker with a word', async () => {
  const ada = await meeting.arrive('Ada')
  await ada.page.addInitScript(vanishingDevices)
  await ada.visit(`${meeting.url}/gone?name=Ada&join&mic=1&cam=1${FRAGMENT}`)
  await ada.inRoom()
  const ben = await meeting.join('gone', 'Ben', { cam: false, ...ENCRYPTED })
  await ben.watches('Ada')
  await openSettings(ada)
  const speaker = await chooseAnother(ada.page, 'speaker')
  const sink = () => ada.page.locator('audio[data-peer]').evaluate((voice: HTMLAudioElement) => voice.sinkId)
  await expect.poll(sink, PATIENCE).toBe(speaker)
  const camera = await chosen(ada.page, 'camera')
  const microphone = await chosen(ada.page, 'microphone')
  const vanishes = (id: string) => ada.page.evaluate((gone) => window.vanish(gone), id)

  for (const { id, label } of await choices(ada.page, 'camera'))
    if (label === DEPTH_CAMERA) await vanishes(id)
  await vanishes(camera)
  await ada.page.locator('[data-problem="camera-unplugged"]').waitFor()
  await ben.tile('Ada').locator('video').waitFor({ state: 'detached' })
  expect(await sentDevices(ada.page)).toEqual([microphone])
  await ada.press('instead')
  await ada.page.locator('[data-problem="camera-unplugged"]').waitFor({ state: 'detached' })
  await ben.watches('Ada')

  await vanishes(microphone)
  await ada.page.locator('[data-problem="microphone-stand-in"]').waitFor()
  await ben.hears('Ada')
  await vanishes(speaker)
  await ada.page.locator('[data-notice="speaker-lost"]').waitFor()
  await expect.poll(sink, PATIENCE).toBe('')
  await ada.hears('Ben')
})

test('what the browser does to a voice is changed in the call, without a gap, and remembered', async () => {
  const ada = await meeting.join('tuning', 'Ada', { cam: false })
  const ben = await meeting.join('tuning', 'Ben', { mic: false, cam: false })
  await ben.hears('Ada')
  const before = produced(ada)
  expect(await sentSound(ada.page)).toEqual({ echo: true, noise: true, gain: true })
  await openSettings(ada)
  await ada.press('noiseSuppression')
  await expect.poll(() => sentSound(ada.page), PATIENCE).toEqual({ echo: true, noise: false, gain: true })
  await ben.hears('Ada')
  await ada.press('echoCancellation')
  await ada.press('autoGainControl')
  await expect.poll(() => sentSound(ada.page), PATIENCE).toEqual({ echo: false, noise: false, gain: false })
  await ada.press('autoGainControl')
  await expect.poll(() => sentSound(ada.page), PATIENCE).toEqual({ echo: false, noise: false, gain: true })
  await ben.hears('Ada')
  expect(produced(ada)).toEqual(before)
  await expect.poll(() => liveDevices(ada.page), PATIENCE).toHaveLength(1)
  await ada.page.reload()
  await ada.inRoom()
  await expect.poll(() => sentSound(ada.page), PATIENCE).toEqual({ echo: false, noise: false, gain: true })
})

test('another loudspeaker plays the voices, and the test sound', async () => {
  const ada = await meeting.arrive('Ada')
  await ada.page.addInitScript(keepTestSounds)
  await ada.visit(`${meeting.url}/loud?name=Ada&join&mic=1&cam=0`)
  await ada.inRoom()
  await meeting.join('loud', 'Ben', { cam: false })
  await ada.hears('Ben')
  await openSettings(ada)
  const speaker = await chooseAnother(ada.page, 'speaker')
  const sinkOf = () =>
    ada.page.locator('audio[data-peer]').evaluate((voice: HTMLAudioElement) => voice.sinkId)
  await expect.poll(sinkOf, PATIENCE).toBe(speaker)
  await ada.hears('Ben')
  await ada.press('test-sound')
  await expect.poll(() => ada.page.evaluate(() => window.testSounds), PATIENCE).toEqual([speaker])
  await ada.page.locator('[data-action="test-sound"][aria-busy="false"]').waitFor()
  expect(await ada.page.getByText('did not play').count()).toBe(0)
})

declare global {
  interface Window {
    /** The loudspeaker of each sound that was begun outside the page's elements. */
    testSounds: string[]
    /** What the browser was asked for, each time. */
    asked: (MediaStreamConstraints | undefined)[]
  }
}

/** Runs in the page before anything of ours; sent as text. */
function keepAsked(): void {
  window.asked = []
  const { mediaDevices } = navigator
  const real = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = (constraints) => {
    window.asked.push(constraints)
    return real(constraints)
  }
}

/** Runs in the page before anything of ours; sent as text. */
function keepTestSounds(): void {
  window.testSounds = []
  const play = HTMLMediaElement.prototype.play
  HTMLMediaElement.prototype.play = function () {
    if (this instanceof HTMLAudioElement && !this.isConnected) window.testSounds.push(this.sinkId)
    return play.call(this)
  }
}

/** What the browser does to the voice that is sent. */
const sentSound = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const { echoCancellation, noiseSuppression, autoGainControl } = window.received.sentSettings('audio')
    return { echo: echoCancellation, noise: noiseSuppression, gain: autoGainControl }
  })

/** The devices whose tracks are sent. */
const sentDevices = (page: Page): Promise<string[]> => page.evaluate(() => window.received.sentDevices())

/** The devices that are open, sent or not. */
const liveDevices = (page: Page): Promise<string[]> => page.evaluate(() => window.received.liveDevices())
