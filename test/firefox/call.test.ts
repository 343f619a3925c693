import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openFirefox } from '../../scripts/firefox.ts'
import { before } from '../../web/app/before/words/en.ts'
import { CuttableProxy } from '../e2e/support/cuttable-proxy.ts'
import { meet, PATIENCE } from '../e2e/support/somebody.ts'
import { Fox } from './support/fox.ts'
import { gatherWithFirefox } from './support/gathering.ts'

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

const reads = (fox: Fox) => () => fox.texts('.chat-text')

test('C1 R3 what Firefox and Chromium write reaches the other, and a reloaded Firefox is the same person with all of it', async () => {
  const ada = await here.join('reload', 'Ada')
  const fox = await here.foxArrives('Fox')
  await fox.enterAtOnce(`${here.url}/reload`)
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

test('R1 a Firefox whose socket is cut resumes: it stays who it is, on the same connections, and misses nothing', async () => {
  const ada = await here.join('resume', 'Ada')
  const fox = await here.foxArrives('Fox')
  await fox.enterAtOnce(`${proxy.url}/resume`)
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

test('a background that Firefox cannot blur is never sent as it is: the camera is off, and no dialog stops the page', async () => {
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
