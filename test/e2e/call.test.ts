import { expect, test } from 'vitest'
import { inLongRun } from '../support/long-run.ts'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import { moderate } from './support/moderate.ts'
import { areOneGroup } from './support/one-group.ts'
import { paintCamera } from './support/painted-camera.ts'
import type { JoinWishes, Person } from './support/person.ts'
import { haveSameWords } from './support/shield.ts'
import { failAtMarkedPictures, markPictures } from './support/unnegotiable.ts'

const here = gather()

const pair = async (room: string, wishes: JoinWishes = {}): Promise<[Person, Person]> => [
  await here.join(room, 'Ada', wishes),
  await here.join(room, 'Ben', wishes),
]

/** Everybody sees and hears everybody else. */
async function meet(group: readonly Person[]): Promise<void> {
  for (const person of group) {
    const others = group.filter((other) => other !== person).map((other) => other.name)
    await person.sees(...others.toSorted())
    await Promise.all(others.flatMap((other) => [person.watches(other), person.hears(other)]))
  }
}

/** Four cameras and twelve pictures are much for a small machine: each of the twelve may come late. */
const LONG = { timeout: 240_000 }

test('two people hear and see each other, and the one who leaves is gone', async () => {
  const [ada, ben] = await pair('two')
  await meet([ada, ben])
  await ben.press('leave')
  await ada.sees()
  await ben.page.locator('main[data-view="after"]').waitFor()
  await ben.press('come-back')
  await meet([ada, ben])
})

test('K32 four people hear and see each other, and are one group', LONG, async () => {
  const group: Person[] = []
  for (const name of ['Ada', 'Ben', 'Cy', 'Dee']) group.push(await here.join('four', name, ENCRYPTED))
  await meet(group)
  await haveSameWords(group)
})

/** More browsers than a machine of two cores takes beside another test, and than `npm test` has time for. */
test.runIf(inLongRun(true, false))(
  'A6 K32 five come at once to four, one is put out, and one comes late: nine people are one group, and all of it hear each other',
  { timeout: 900_000 },
  async () => {
    // Wide enough for the bar to be there beside a panel.
    const ada = await here.join('nine', 'Ada', { viewport: { width: 1_000, height: 600 }, ...ENCRYPTED })
    const come = (name: string) => here.join('nine', name, { cam: false, ...ENCRYPTED })
    const group = [ada, await come('Ben'), await come('Cy'), await come('Dee')]
    const newcomers = await Promise.all(['Eve', 'Fay', 'Gus', 'Hal', 'Ivy'].map(come))
    await areOneGroup([...group, ...newcomers], ['Ada'])
    await moderate(ada, 'Ivy', 'remove')
    await ada.press('remove-yes')
    const ivy = newcomers.pop()
    await ivy?.page.locator('main[data-ending="removed"]').waitFor()
    await areOneGroup([...group, ...newcomers], ['Ada'])
    await areOneGroup([...group, ...newcomers, await come('Jon')], ['Ada'])
  },
)

test('P2 who mutes is silent and shown so, and is heard again at once', async () => {
  const [ada, ben] = await pair('mute')
  await ada.hears('Ben')
  await ben.press('microphone')
  await ada.tile('Ben').and(ada.page.locator('[data-microphone="muted"]')).waitFor()
  await expect
    .poll(
      async () => {
        const before = await ada.audioEnergyOf('Ben')
        await ada.page.waitForTimeout(1_000)
        return (await ada.audioEnergyOf('Ben')) - before
      },
      { timeout: 15_000 },
    )
    .toBeLessThan(1e-6)
  await ben.press('microphone')
  await ada.hears('Ben')
})

test('a camera that is turned off shows initials, and its picture comes back', async () => {
  const [ada, ben] = await pair('camera')
  await ada.watches('Ben')
  await ben.press('camera')
  await ada.tile('Ben').locator('video').waitFor({ state: 'detached' })
  await ben.press('camera')
  await ada.watches('Ben')
})

test('initials until the first picture is drawn, and again for a face that stopped', async () => {
  const ada = await here.join('first-frame', 'Ada', { mic: false, cam: false })
  const ben = await here.arrive('Ben')
  await ben.page.addInitScript(paintCamera)
  await ben.visit(`${here.url}/first-frame?name=Ben&join&mic=0&cam=1`)
  await ben.inRoom()
  const face = ada.tile('Ben').locator('video')
  const initials = ada.tile('Ben').locator('.badge')
  const opacity = () => face.evaluate((video) => getComputedStyle(video).opacity)
  await face.waitFor({ state: 'attached' })
  await initials.waitFor()
  expect(await opacity()).toBe('0')
  await ben.page.evaluate(() => window.easel.paint(true))
  await initials.waitFor({ state: 'detached' })
  expect(await opacity()).toBe('1')
  await ben.page.evaluate(() => window.easel.paint(false))
  await initials.waitFor()
  expect(await opacity()).toBe('0')
  await ben.page.evaluate(() => window.easel.paint(true))
  await initials.waitFor({ state: 'detached' })
})

test('R3 a reloaded page is the same person, heard and seen again', async () => {
  const [ada, ben] = await pair('reload', ENCRYPTED)
  await meet([ada, ben])
  const before = await ada.tile('Ada').getAttribute('data-peer')
  await ada.page.reload()
  await ada.inRoom()
  await meet([ada, ben])
  expect(await ada.tile('Ada').getAttribute('data-peer')).toBe(before)
  // Still the moderator, though somebody else was there all the time.
  await ada.press('more')
  await ada.page.locator('[data-action="door"]').waitFor()
})

test('J4 a locked room is explained to whoever comes, and opens again', async () => {
  const ada = await here.join('locked', 'Ada')
  await ada.press('more')
  await ada.press('door')
  const isLocked = (locked: boolean) =>
    ada.page.locator(`[data-action="lock"][aria-checked="${locked}"]`).waitFor()
  await ada.press('lock')
  await isLocked(true)
  const ben = await here.arrive('Ben')
  await ben.visit(`${here.url}/locked?name=Ben&join&mic=0&cam=0`)
  await ben.page.locator('main[data-ending="room-locked"]').waitFor()
  await ada.press('lock')
  await isLocked(false)
  await ben.press('come-back')
  await ada.sees('Ben')
})

test('somebody without devices joins, sees and hears', async () => {
  const ada = await here.join('listener', 'Ada')
  const ben = await here.join('listener', 'Ben', { mic: false, cam: false })
  await ben.watches('Ada')
  await ben.hears('Ada')
  await ada.sees('Ben')
})

test('whoever joins at once is told of devices that were refused, however fast', async () => {
  const ada = await here.arrive('Ada')
  await ada.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await ada.visit(`${here.url}/refused?name=Ada&join&mic=1&cam=1`)
  await ada.inRoom()
  await ada.page.locator('[data-problem="both-refused"]').waitFor()
  await ada.press('dismiss')
  await ada.page.locator('[data-problem]').waitFor({ state: 'detached' })
})

test(
  'P6 a stream that a browser cannot negotiate costs its own picture, and nobody else’s',
  LONG,
  async () => {
    const arrive = async (name: string, before: () => void, devices: string) => {
      const person = await here.arrive(name)
      await person.page.addInitScript(before)
      await person.visit(`${here.url}/spoiled?name=${name}&join&${devices}${FRAGMENT}`)
      await person.inRoom()
      return person
    }
    const renewals = ({ frames }: Person) =>
      frames.filter(({ from, text }) => from === 'page' && text.includes('"renew-media"')).length
    const log: string[] = []
    await here.join('spoiled', 'Ben', ENCRYPTED)
    const ada = await arrive('Ada', failAtMarkedPictures, 'mic=0&cam=0')
    ada.page.on('console', (message) => log.push(message.text()))
    await ada.watches('Ben')
    const mallory = await arrive('Mallory', markPictures, 'mic=1&cam=1')
    await ada.hears('Mallory')
    await ada.watches('Ben')
    await ada.hears('Ben')
    expect(renewals(ada)).toBe(1)
    expect(log.filter((line) => line.includes('done without a stream'))).toHaveLength(1)
    // A newcomer finds it in the welcome; and another picture of that kind costs nobody a session more.
    const cy = await arrive('Cy', failAtMarkedPictures, 'mic=0&cam=0')
    await cy.watches('Ben')
    await cy.hears('Mallory')
    await mallory.press('leave')
    await ada.sees('Ben', 'Cy')
    await mallory.press('come-back')
    await ada.hears('Mallory')
    for (const person of [ada, cy]) {
      await person.watches('Ben')
      expect(renewals(person)).toBe(1)
    }
  },
)
