import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openFirefox } from '../../scripts/stage/firefox.ts'
import { before } from '../../web/app/before/words/en.ts'
import { newRoomSecret } from '../../web/core/encryption/room-secret.ts'
import { CuttableProxy } from '../e2e/support/cuttable-proxy.ts'
import { ENCRYPTED } from '../e2e/support/encrypted.ts'
import { moderate } from '../e2e/support/moderate.ts'
import { png } from '../e2e/support/png.ts'
import { shareCanvas } from '../e2e/support/shared-screen.ts'
import { meet, PATIENCE } from '../e2e/support/somebody.ts'
import { temporaryFile } from '../e2e/support/temporary-file.ts'
import { PASSED, tryScripts } from '../e2e/support/try-scripts.ts'
import { Fox } from './support/fox.ts'
import { gatherWithFirefox } from './support/gathering.ts'

/** A window in which the bar is there beside a panel. */
const WIDE = { width: 1280, height: 800 } as const

const here = gatherWithFirefox()
let proxy: CuttableProxy

beforeAll(async () => {
  proxy = await CuttableProxy.before(here.url)
})

afterAll(() => proxy?.close())

test('Firefox and Chromium see and hear each other, whoever comes first; muted is silent, a camera off is no picture', async () => {
  // Alone, Firefox has connected ahead of the first voice: that voice must be the newcomer's, not that section's.
  const fox = await here.foxArrives('Fox')
  await fox.enter(`${here.url}/call`)
  const ada = await here.join('call', 'Ada')
  await Promise.all([fox.sees('Ada'), ada.sees('Fox')])
  await meet(fox, ada)

  await Promise.all([fox.press('microphone'), ada.press('microphone')])
  await Promise.all([fox.stopsHearing('Ada'), ada.stopsHearing('Fox')])
  await fox.shows(`${fox.tile('Ada')}[data-microphone="muted"]`, 1)
  await Promise.all([fox.press('microphone'), ada.press('microphone')])
  await Promise.all([fox.hears('Ada'), ada.hears('Fox')])

  await Promise.all([fox.press('camera'), ada.press('camera')])
  await ada.tile('Fox').locator('video').waitFor({ state: 'detached' })
  await fox.shows(`${fox.tile('Ada')} video`, 0)
  await Promise.all([fox.press('camera'), ada.press('camera')])
  await meet(fox, ada)
})

test('A6 J14 K20 K21 Firefox and Chromium see and hear each other in an encrypted room, know who speaks and have the same words; a reloaded page, too; and others when somebody was put out', async () => {
  const secret = newRoomSecret()
  const ada = await here.join('sealed', 'Ada', { secret, viewport: WIDE })
  const fox = await here.foxArrives('Fox')
  await fox.enterAtOnce(`${here.url}/sealed`, secret)
  await meet(fox, ada)
  await fox.shows(`${fox.tile('Ada')}[data-speaking]`, 1)
  await fox.page.reload()
  await fox.inRoom()
  await meet(fox, ada)
  for (const person of [fox, ada]) await person.press('encryption')
  const ofAda = () => ada.page.locator('.compared-words li').allTextContents()
  const ofFox = () => fox.texts('.compared-words li')
  await expect.poll(ofAda, PATIENCE).toHaveLength(6)
  const words = await ofAda()
  await expect.poll(ofFox, PATIENCE).toEqual(words)

  const ben = await here.join('sealed', 'Ben', { secret, cam: false })
  await Promise.all([fox.hears('Ben'), ben.hears('Fox')])
  await moderate(ada, 'Ben', 'remove')
  await ada.press('remove-yes')
  await ben.page.locator('main[data-ending="removed"]').waitFor()
  await ada.press('encryption')
  await expect.poll(async () => [await ofAda(), await ofFox()], PATIENCE).toSatisfy(areSameOthers(words))
  await meet(fox, ada)
})

/** Whether two people have the same words, which are not those. */
const areSameOthers =
  (words: readonly string[]) =>
  ([one = [], other = []]: string[][]): boolean =>
    one.length === 6 && one.join() === other.join() && one.join() !== words.join()

const PICTURE = png(100_000)
const OWN_PICTURE = temporaryFile('fox.png', PICTURE)
const SCREEN = 'article[data-screen]:not([data-own])'

/** Waits until the picture of a screen moves: decoded frames that grow. */
async function grows(frames: () => Promise<number>): Promise<void> {
  const start = await frames()
  await expect.poll(frames, PATIENCE).toBeGreaterThan(start + 5)
}

const reads = (fox: Fox) => () => fox.texts('.chat-text')

test('C1 R3 what Firefox and Chromium write reaches the other, and a reloaded Firefox is the same person with all of it', async () => {
  const ada = await here.join('reload', 'Ada', ENCRYPTED)
  const fox = await here.foxArrives('Fox')
  await fox.enterAtOnce(`${here.url}/reload`, ENCRYPTED.secret)
  await meet(fox, ada)
  await fox.press('chat')
  await fox.page.locator('textarea[name="chat"]').fill('from Firefox')
  await fox.page.keyboard.press('Enter')
  await ada.press('chat')
  await ada.page.locator('.chat-text', { hasText: 'from Firefox' }).waitFor()
  await ada.page.locator('textarea[name="chat"]').fill('from Chromium')
  await ada.page.keyboard.press('Enter')
  await expect.poll(reads(fox), PATIENCE).toEqual(['from Firefox', 'from Chromium'])

  const before = await fox.idOf('Fox')
  await fox.page.reload()
  await fox.inRoom()
  await meet(fox, ada)
  expect(await fox.idOf('Fox')).toBe(before)
  await fox.press('chat')
  await expect.poll(reads(fox), PATIENCE).toEqual(['from Firefox', 'from Chromium'])

  // Steps back close the panel, then ask.
  await fox.page.evaluate(() => history.back())
  await fox.shows('.panel', 0)
  await fox.page.evaluate(() => history.back())
  await fox.shows('dialog.question:modal', 1)
  await fox.press('stay')
  await fox.shows('dialog.question', 0)
  await fox.inRoom()
})

test('T7 T8 a file reaches Chromium from Firefox, byte by byte, and Firefox shows the picture that comes back', async () => {
  const ada = await here.join('files', 'Ada', ENCRYPTED)
  const fox = await here.foxArrives('Fox')
  await fox.enterAtOnce(`${here.url}/files`, ENCRYPTED.secret)
  await fox.sees('Ada')
  await fox.press('chat')
  const input = await fox.page.waitForSelector('input[type="file"]')
  await input?.uploadFile(OWN_PICTURE)
  await fox.shows('[data-attached="fox.png"]', 1)
  await fox.page.keyboard.press('Enter')
  await ada.press('chat')
  const coming = ada.page.waitForEvent('download')
  await ada.page.locator('[data-file="fox.png"] [data-action="save-file"]').click()
  expect((await readFile(await (await coming).path())).equals(PICTURE)).toBe(true)

  const picture = { name: 'ada.png', mimeType: 'image/png', buffer: PICTURE }
  await ada.page.locator('input[type="file"]').setInputFiles(picture)
  await ada.page.locator('[data-attached="ada.png"]').waitFor()
  await ada.page.keyboard.press('Enter')
  const widths = () =>
    fox.page.$$eval('[data-file="ada.png"] img', (images) => images.map((image) => image.naturalWidth))
  await expect.poll(widths, PATIENCE).toEqual([40])
})

test('a screen moves from Firefox to Chromium, and the other way round', async () => {
  const ada = await here.join('screens', 'Ada', { viewport: WIDE, ...ENCRYPTED })
  const fox = await here.foxArrives('Fox')
  await fox.page.setViewport(WIDE)
  await fox.enterAtOnce(`${here.url}/screens`, ENCRYPTED.secret)
  await fox.sees('Ada')
  await fox.page.evaluate(shareCanvas)
  await fox.press('share-screen')
  await ada.page.locator(`${SCREEN} video`).waitFor()
  await grows(() =>
    ada.page.evaluate((video) => window.received.picture(video, 'framesDecoded'), `${SCREEN} video`),
  )
  await fox.press('stop-sharing')
  await ada.page.locator(SCREEN).waitFor({ state: 'detached' })

  await ada.page.evaluate(shareCanvas)
  await ada.press('share-screen')
  await fox.shows(`${SCREEN} video`, 1)
  await grows(() =>
    fox.page.evaluate((video) => window.received.picture(video, 'framesDecoded'), `${SCREEN} video`),
  )
  await ada.press('stop-sharing')
  await fox.shows(SCREEN, 0)
})

test('R1 a Firefox whose socket is cut resumes: it stays who it is, on the same connections, and misses nothing', async () => {
  const ada = await here.join('resume', 'Ada', ENCRYPTED)
  const fox = await here.foxArrives('Fox')
  await fox.enterAtOnce(`${proxy.url}/resume`, ENCRYPTED.secret)
  await meet(fox, ada)
  await fox.press('chat')
  // Its code comes by the way that is about to be cut.
  await fox.page.locator('textarea[name="chat"]').wait()
  const before = await fox.idOf('Fox')
  const connections = await fox.page.evaluate(() => window.received.connections())
  proxy.down = true
  proxy.cut()
  await fox.page.locator('[data-connection="reconnecting"]').wait()
  await ada.press('chat')
  await ada.page.locator('textarea[name="chat"]').fill('meanwhile')
  await ada.page.keyboard.press('Enter')
  proxy.down = false
  await fox.inRoom()
  await expect.poll(reads(fox), PATIENCE).toEqual(['meanwhile'])
  await meet(fox, ada)
  expect(await fox.idOf('Fox')).toBe(before)
  expect(await fox.page.evaluate(() => window.received.connections())).toBe(connections)
})

test('H7 a background that Firefox cannot blur is never sent as it is: no dialog stops the page, and no script but its own runs', async () => {
  const ada = await here.join('unblurred', 'Ada')
  const fox = await here.foxArrives('Fox')
  const dialogs: string[] = []
  fox.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    dialog.dismiss().catch((error) => console.error(error))
  })
  await fox.enterAtOnce(`${here.url}/unblurred`)
  await ada.watches('Fox')
  await fox.page.keyboard.press('o')
  await fox.press('settings')
  await fox.press('blursBackground')
  await fox.shows('[data-problem="camera-untreated"]', 1)
  await ada.tile('Fox').locator('video').waitFor({ state: 'detached' })
  expect(await fox.page.evaluate(() => window.received.sentEnabled('video'))).toBe(false)
  expect(dialogs).toEqual([])
  expect(await fox.page.evaluate(tryScripts)).toEqual(PASSED)
  await fox.page.keyboard.press('Escape')
  await fox.press('instead')
  await ada.watches('Fox')
})

test('T5 without a sound output, a recording does not begin, nobody is told of one, and the microphone is not called silent', async () => {
  const ada = await here.join('unheard', 'Ada')
  const silent = await openFirefox({ soundServer: 'unix:/nowhere' })
  onTestFinished(() => silent.close())
  const fox = await Fox.arrive(silent, 'Fox')
  await fox.comesBefore(`${here.url}/unheard`)
  await expect.poll(() => fox.texts('.level [role="status"]'), PATIENCE).toEqual([before.unmeasured])
  await fox.joins()
  await fox.press('more')
  await fox.press('recording')
  await fox.press('start-recording')
  await fox.shows('[data-ended="no-sound"]', 1)
  expect(ada.frames.filter(({ text }) => text.includes('"kind":"recording"'))).toEqual([])
  await ada.hears('Fox')
})
