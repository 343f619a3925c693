import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openChromium } from './support/chromium.ts'
import { Person } from './support/person.ts'
import { Stage } from './support/stage.ts'

let stage: Stage
let browser: Browser
let people: Person[] = []

beforeAll(async () => {
  stage = await Stage.open()
  await stage.startNode()
  browser = await openChromium()
})

afterEach(async () => {
  for (const person of people) await person.close()
  people = []
})

afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function join(room: string, ...names: string[]): Promise<Person[]> {
  for (const name of names) people.push(await Person.join(browser, stage.url, room, name))
  return people
}

/** Everybody sees and hears everybody else. */
async function meet(group: readonly Person[]): Promise<void> {
  for (const person of group) {
    const others = group.filter((other) => other !== person).map((other) => other.name)
    await person.sees(...others.toSorted())
    for (const other of others) {
      await person.watches(other)
      await person.hears(other)
    }
  }
}

test('two people hear and see each other, and the one who leaves is gone', async () => {
  const [ada, ben] = await join('two', 'Ada', 'Ben')
  if (!ada || !ben) throw new Error('not two')
  await meet([ada, ben])
  await ben.press('leave')
  await ada.sees()
  expect(await ben.page.locator('main').getAttribute('data-view')).toBe('after')
  await ben.press('come-back')
  await meet([ada, ben])
})

test('four people hear and see each other', async () => {
  await meet(await join('four', 'Ada', 'Ben', 'Cy', 'Dee'))
})

test('P2 who mutes is silent and shown so, and is heard again at once', async () => {
  const [ada, ben] = await join('mute', 'Ada', 'Ben')
  if (!ada || !ben) throw new Error('not two')
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
  const [ada, ben] = await join('camera', 'Ada', 'Ben')
  if (!ada || !ben) throw new Error('not two')
  await ada.watches('Ben')
  await ben.press('camera')
  await ada.tile('Ben').locator('video').waitFor({ state: 'detached' })
  await ben.press('camera')
  await ada.watches('Ben')
})

test('R3 a reloaded page is the same person, heard and seen again', async () => {
  const [ada, ben] = await join('reload', 'Ada', 'Ben')
  if (!ada || !ben) throw new Error('not two')
  await meet([ada, ben])
  const before = await ada.tile('Ada').getAttribute('data-peer')
  await ada.page.reload()
  await ada.inRoom()
  await meet([ada, ben])
  expect(await ada.tile('Ada').getAttribute('data-peer')).toBe(before)
  // Still the moderator, though somebody else was there all the time.
  await ada.press('more')
  await ada.page.locator('[data-action="lock"]').waitFor()
})

test('J4 a locked room is explained to whoever comes, and opens again', async () => {
  const [ada] = await join('locked', 'Ada')
  if (!ada) throw new Error('nobody')
  await ada.press('more')
  await ada.press('lock')
  const ben = await Person.arrive(browser, 'Ben')
  people.push(ben)
  await ben.page.goto(`${stage.url}/locked?name=Ben&join&mic=0&cam=0`)
  await ben.page.locator('main[data-ending="room-locked"]').waitFor()
  await ada.press('lock')
  await ben.press('come-back')
  await ada.sees('Ben')
})

test('somebody without devices joins, sees and hears', async () => {
  const [ada] = await join('listener', 'Ada')
  if (!ada) throw new Error('nobody')
  const ben = await Person.join(browser, stage.url, 'listener', 'Ben', { mic: false, cam: false })
  people.push(ben)
  await ben.watches('Ada')
  await ben.hears('Ada')
  await ada.sees('Ben')
})
