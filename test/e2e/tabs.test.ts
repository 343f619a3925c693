import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()
const quiet = { mic: false, cam: false } as const

const card = (page: Page) => page.locator('[data-other-tab="inRoom"]')
const press = (page: Page, action: string) => page.locator(`[data-action="${action}"]:visible`).click()
const isIn = (page: Page) => page.locator('[data-connection="connected"]').waitFor()
const wasReplaced = (page: Page) => page.locator('main[data-ending="replaced"]').waitFor()

/** Ada in one tab, and Ben, who is somebody else. */
async function two(room: string): Promise<[Person, Person]> {
  const ada = await here.join(room, 'Ada', quiet)
  const ben = await here.join(room, 'Ben', quiet)
  await ada.sees('Ben')
  return [ada, ben]
}

test('R5 a second tab goes on where the first one was, and back again; for others it is the same person', async () => {
  const [ada, ben] = await two('taken-over')
  const before = await ben.idOf('Ada')
  const second = await ada.page.context().newPage()
  await second.goto(`${here.url}/taken-over`)
  await press(second, 'take-over')
  await isIn(second)
  await wasReplaced(ada.page)
  await ben.sees('Ada')
  expect(await ben.idOf('Ada')).toBe(before)

  await press(ada.page, 'come-back')
  await isIn(ada.page)
  await wasReplaced(second)
  await ben.sees('Ada')
  expect(await ben.idOf('Ada')).toBe(before)
  // Still who opened the room.
  await ada.page.locator('article[data-self] .role').waitFor()
})

test('a link that joins at once asks where one is in another tab; as a second person, one is two', async () => {
  const [ada, ben] = await two('second')
  const second = await ada.page.context().newPage()
  await second.goto(`${here.url}/second?name=Other&join&mic=0&cam=0`)
  await card(second).waitFor()
  await press(second, 'join')
  await isIn(second)
  await ben.sees('Ada', 'Other')
  // Loaded again it is the one that it was, though another tab is there.
  await second.reload()
  await isIn(second)
  await ben.sees('Ada', 'Other')
  await ada.inRoom()
})

test('a tab that was duplicated asks, and takes nobody’s place by mistake', async () => {
  const [ada, ben] = await two('copied')
  const opened = ada.page.context().waitForEvent('page')
  // What a window opens has a copy of its session's storage (HTML §7.3.2.2), as a duplicate has.
  await ada.page.evaluate(() => void window.open('/copied'))
  const copy = await opened
  await card(copy).waitFor()
  expect(
    await copy.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('resume'))),
  ).toEqual([])
  await copy.reload()
  await card(copy).waitFor()
  await copy.locator('[name="name"]').fill('Copy')
  await press(copy, 'join')
  await isIn(copy)
  await ben.sees('Ada', 'Copy')
  await ada.inRoom()
})

test('a tab that left, or crashed, raises no alarm', async () => {
  const [ada, ben] = await two('gone')
  const second = await ada.page.context().newPage()
  await second.goto(`${here.url}/gone`)
  await card(second).waitFor()
  await ada.press('leave')
  await ben.sees()
  // Looked at again when the person comes back to the tab.
  await second.evaluate(() => dispatchEvent(new Event('focus')))
  await card(second).waitFor({ state: 'detached' })
  await press(second, 'join')
  await isIn(second)
  const crashed = second.waitForEvent('crash')
  second.goto('chrome://crash').catch(() => {})
  await crashed
  await ada.page.goto(`${here.url}/gone`)
  await ada.page.locator('[data-action="join"]').waitFor()
  await ada.page.waitForFunction(async () => ((await navigator.locks.query()).held ?? []).length === 0)
  await ada.page.evaluate(() => dispatchEvent(new Event('focus')))
  await ada.page.evaluate(() => navigator.locks.query())
  expect(await card(ada.page).count()).toBe(0)
})
