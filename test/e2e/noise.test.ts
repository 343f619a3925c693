import { expect, test } from 'vitest'
import { ENCRYPTED } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import { noiseFile } from './support/noise-file.ts'
import type { Person } from './support/person.ts'

const meeting = gather({ flags: [`--use-file-for-fake-audio-capture=${noiseFile()}`] })

const PATIENCE = { timeout: 30_000, interval: 150 }
const SETTLE_MS = 2_000
const MEASURE_MS = 3_000

/** One measures until what was switched is heard: who knows how long its code takes to be fetched and compiled. */
const UNTIL_HEARD = { timeout: 60_000, interval: 0 }

/** The statistics count peaks, so that they tell less than the ear: about 5 was seen. */
const LEAST_RATIO = 2.5

/** Energy a second that `listener` hears of that person. */
async function loudness(listener: Person, name: string): Promise<number> {
  await listener.page.waitForTimeout(SETTLE_MS)
  const before = await listener.audioEnergyOf(name)
  const sinceMs = performance.now()
  await listener.page.waitForTimeout(MEASURE_MS)
  const grown = (await listener.audioEnergyOf(name)) - before
  return (grown * 1_000) / (performance.now() - sinceMs)
}

const suppressorFiles = ({ requests }: Person): string[] =>
  requests.filter((address) => /rnnoise/i.test(address))

test('noise is removed where it is wanted, by files of our own that are fetched only then; muting stays immediate', async () => {
  const ada = await meeting.join('fan', 'Ada', { cam: false, ...ENCRYPTED })
  const ben = await meeting.join('fan', 'Ben', { mic: false, cam: false, ...ENCRYPTED })
  await ben.hears('Ada')
  await ada.page.keyboard.press('o')
  await ada.press('settings')
  // What the browser itself would do about it is out of the way.
  for (const action of ['noiseSuppression', 'echoCancellation', 'autoGainControl']) await ada.press(action)
  await expect
    .poll(() => ada.page.evaluate(() => window.received.sentSettings('audio')), PATIENCE)
    .toMatchObject({ noiseSuppression: false, echoCancellation: false, autoGainControl: false })
  const noisy = await loudness(ben, 'Ada')
  expect(suppressorFiles(ada)).toEqual([])

  await ada.press('strongNoiseSuppression')
  await expect.poll(() => suppressorFiles(ada).length, PATIENCE).toBeGreaterThan(0)
  let quiet = noisy
  const quieter = async (): Promise<number> => {
    quiet = await loudness(ben, 'Ada')
    return noisy / quiet
  }
  await expect.poll(quieter, UNTIL_HEARD).toBeGreaterThan(LEAST_RATIO)
  const hosts = new Set(ada.requests.map((address) => new URL(address).host))
  expect([...hosts]).toEqual([new URL(meeting.url).host])
  expect(await ada.page.locator('[data-problem]').count()).toBe(0)

  const muted = await ada.page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-action="microphone"]')?.click()
    return window.received.sentEnabled('audio')
  })
  expect(muted).toBe(false)
  await ada.press('microphone')

  await ada.press('strongNoiseSuppression')
  const louder = async (): Promise<number> => (await loudness(ben, 'Ada')) / quiet
  await expect.poll(louder, UNTIL_HEARD).toBeGreaterThan(LEAST_RATIO)
})

test('a voice is heard without it where it cannot start, and the page says so', async () => {
  const ada = await meeting.arrive('Ada')
  await ada.page.route(/rnnoise/i, (route) => route.abort())
  await ada.visit(`${meeting.url}/no-fan?name=Ada&join&mic=1&cam=0`)
  await ada.inRoom()
  const ben = await meeting.join('no-fan', 'Ben', { mic: false, cam: false })
  await ada.page.keyboard.press('o')
  await ada.press('settings')
  await ada.press('strongNoiseSuppression')
  await ada.page.locator('[data-problem="microphone-kept-untreated"]').waitFor()
  await ben.hears('Ada')
})
