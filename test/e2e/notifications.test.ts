import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import { heardBy, listenToSounds, quietFor } from './support/heard-sounds.ts'
import type { JoinWishes, Person } from './support/person.ts'

const here = gather()
const patience = { timeout: 20_000 }
const quiet = { mic: false, cam: false } as const

declare global {
  interface Window {
    /** What the browser was asked to notify of, and how often for its permission. */
    notified: { title: string; body: string; click: () => void }[]
    permissionAsked: number
  }
}

/** A browser without windows shows no notifications: one that keeps them, and is asked. */
function keepNotifications(): void {
  window.notified = []
  window.permissionAsked = 0
  class Kept extends EventTarget {
    static permission = 'default'
    constructor(title: string, { body = '', silent = false } = {}) {
      super()
      if (!silent) window.notified.push({ title, body, click: () => this.dispatchEvent(new Event('click')) })
    }
    static async requestPermission(): Promise<string> {
      window.permissionAsked += 1
      Kept.permission = 'granted'
      return Kept.permission
    }
    close(): void {}
  }
  Object.assign(window, { Notification: Kept })
}

/** Whether somebody looks at the page; a browser without windows thinks so of every page. */
const setHidden = ({ page }: Person, hidden: boolean): Promise<void> =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

async function listens(room: string, name: string, wishes: JoinWishes = {}): Promise<Person> {
  const person = await here.arrive(name, { ...quiet, ...wishes })
  await person.page.addInitScript(listenToSounds)
  await person.page.addInitScript(keepNotifications)
  await person.visit(`${here.url}/${room}?name=${name}&join&mic=0&cam=0`)
  await person.inRoom()
  return person
}

async function write(person: Person, text: string, to?: string): Promise<void> {
  const field = person.page.locator('textarea[name="chat"]')
  if (!(await field.isVisible())) await person.press('chat')
  if (to !== undefined) await person.page.locator('select[name="addressee"]').selectOption({ label: to })
  await field.fill(text)
  await field.press('Enter')
}

/** Waits until somebody hears just these tones, and is heard to, and then until the next may sound. */
async function hears(person: Person, ...tones: number[]): Promise<void> {
  await expect.poll(async () => (await heardBy(person)).tones, patience).toEqual(tones)
  await expect.poll(async () => (await heardBy(person)).peak, patience).toBeGreaterThan(0.01)
  expect((await heardBy(person)).peak).toBeLessThan(0.25)
  await quietFor(person, 1_100)
  await person.page.evaluate(() => {
    window.heard.tones = []
    window.heard.peak = 0
  })
}

test('one hears who comes, knocks, writes, raises a hand, and that it is over; with the switch off, nothing', async () => {
  const ada = await listens('sounds', 'Ada')
  const off = await listens('sounds', 'Off', { settings: { sounds: false } })
  await hears(ada, 523, 659)
  const ben = await listens('sounds', 'Ben')
  await quietFor(ada, 3_100)
  await ada.page.evaluate(() => {
    window.heard.tones = []
  })
  await write(ben, 'hello')
  await hears(ada, 880)
  await ben.press('hand')
  await hears(ada, 392, 587, 784)

  // Whoever reads along hears nothing of it.
  await quietFor(ada, 3_100)
  await ada.press('chat')
  await write(ben, 'again')
  await ada.page.locator('.chat-text', { hasText: 'again' }).waitFor()
  await ada.press('more')
  await ada.press('door')
  await ada.press('lobby')
  await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  const cy = await here.arrive('Cy')
  await cy.visit(`${here.url}/sounds?name=Cy&join&mic=0&cam=0`)
  await hears(ada, 196, 196)

  // Hands and knocks are the moderators’ alone: of all that, he heard nothing.
  expect((await heardBy(ben)).tones).toEqual([])
  await ada.press('more')
  await ada.press('people')
  await ada.page.locator('[data-person="Ben"] [data-action="person-menu"]').click()
  await ada.press('remove')
  await ada.press('remove-yes')
  await ben.page.locator('main[data-ending="removed"]').waitFor()
  await hears(ben, 659, 523, 440)
  expect(await heardBy(off)).toMatchObject({ tones: [], peak: 0 })
})

test('the title counts what came behind other tabs; notifications tell of it where one allowed them, never what was written', async () => {
  const ada = await listens('elsewhere', 'Ada')
  const ben = await here.join('elsewhere', 'Ben', quiet)
  await ada.sees('Ben')
  const title = () => ada.page.title()
  await setHidden(ada, true)
  await write(ben, 'one')
  await write(ben, 'for you alone', 'Ada')
  await expect.poll(title, patience).toBe('(2) elsewhere · essaim')
  await setHidden(ada, false)
  await expect.poll(title, patience).toBe('elsewhere · essaim')
  expect(await ada.page.evaluate(() => [window.permissionAsked, window.notified.length])).toEqual([0, 0])

  await ada.press('more')
  await ada.press('settings')
  await ada.page.locator('[role="switch"][data-action="notifies"]').click()
  await ada.page.locator('[data-action="notifies"][aria-checked="true"]').waitFor()
  expect(await ada.page.evaluate(() => window.permissionAsked)).toBe(1)
  await write(ben, 'seen by her already', 'Ada')
  await ada.page.locator('[data-preview]', { hasText: 'seen by her already' }).waitFor()
  await setHidden(ada, true)
  await write(ben, 'for all', 'Everyone')
  await write(ben, 'a secret', 'Ada')
  const notified = () =>
    ada.page.evaluate(() => window.notified.map(({ title, body }) => `${title} | ${body}`))
  await expect.poll(notified, patience).toEqual(['Ben wrote to you | elsewhere'])
})
