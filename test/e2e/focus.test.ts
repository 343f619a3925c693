import { expect, test } from 'vitest'
import { ENCRYPTED } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()

const patience = { timeout: 20_000 }
const quiet = { mic: false, cam: false, viewport: { width: 1280, height: 800 } } as const

/** What has the focus: what a press of it does, or what it is. */
const focused = (person: Person) => (): Promise<string | null> =>
  person.page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('data-action') ?? activeElement?.tagName ?? null
  })

/** Goes to something by keyboard, and presses it. */
async function enter(person: Person, selector: string): Promise<void> {
  await person.page.locator(selector).focus()
  await person.page.keyboard.press('Enter')
}

const PANELS = [
  'invite',
  'people',
  'door',
  'polls',
  'notes',
  'recording',
  'speaking-time',
  'settings',
  'connection',
  'shortcuts',
]

test('whichever panel a keyboard opens has the focus, and gives it back', async () => {
  const ada = await here.join('panels', 'Ada', quiet)
  const lost: string[] = []
  const step = async (what: string, place: string | null): Promise<void> => {
    if ((await focused(ada)()) !== place) lost.push(`${what}: ${await focused(ada)()}`)
  }
  for (const panel of PANELS) {
    await enter(ada, '.bar [data-action="more"]')
    await ada.page.locator('[data-panel="more"] .menu').waitFor()
    await step('more', 'H2')
    await enter(ada, `.panel [data-action="${panel}"]`)
    await ada.page.locator(`[data-panel="${panel}"]`).waitFor()
    await step(panel, 'H2')
    await ada.page.keyboard.press('Escape')
    await ada.page.locator('.panel').waitFor({ state: 'detached' })
    await step(`after ${panel}`, 'more')
  }
  expect(lost).toEqual([])
})

test('D15 what is asked once more is answered by keyboard, and whoever answered stands where they were: another link', async () => {
  const ada = await here.join('another-link', 'Ada', { ...quiet, ...ENCRYPTED })
  const { page } = ada
  const address = page.url()
  await enter(ada, '.bar [data-action="more"]')
  await enter(ada, '.panel [data-action="door"]')
  await enter(ada, '[data-action="change-link"]:not(:disabled)')
  await expect.poll(focused(ada), patience).toBe('change-link-no')
  await page.keyboard.press('Enter')
  await expect.poll(focused(ada), patience).toBe('change-link')
  await page.keyboard.press('Enter')
  await expect.poll(focused(ada), patience).toBe('change-link-no')
  expect(page.url()).toBe(address)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.locator('[data-notice="keys-new-link"] [data-action="copy-link"]').waitFor()
  expect(await focused(ada)()).toBe('change-link')
  expect(page.url()).not.toBe(address)
})

test('a panel whose code comes after it was first drawn, and before its effects have run, is there', async () => {
  const ada = await here.arrive('Ada', quiet)
  const [asked, letGo] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()]
  await ada.page.route(/\/more-panel-/, async (route) => {
    asked.resolve(route.request().url())
    await letGo.promise
    await route.continue()
  })
  await ada.page.clock.install()
  await ada.goInto(here.url, 'just-then', quiet)
  // Fetched ahead, before anybody opens the panel.
  const code = await asked.promise
  // Effects run after a frame: there is none while the clock stands still.
  await ada.page.clock.pauseAt(await ada.page.evaluate(() => Date.now() + 1_000))
  await ada.press('more')
  await ada.page.locator('[data-panel="more"]').waitFor()
  letGo.resolve()
  await ada.page.evaluate(`import('${code}').then(() => null)`)
  await ada.page.clock.resume()
  await ada.page.locator('[data-panel="more"] .menu').waitFor()
})

test('where what had the focus goes, or can be used no longer, something near has it', async () => {
  const ada = await here.join('kept', 'Ada', quiet)
  const ben = await here.join('kept', 'Ben', { cam: false })
  await ada.hears('Ben')
  await enter(ada, '[data-action="people"]')
  await enter(ada, '[data-person="Ben"] [data-action="person-menu"]')
  // Goes, for there is nothing to mute any more.
  await enter(ada, '[data-action="mute"]')
  await expect.poll(focused(ada), patience).toBe('ask-unmute')
  await ada.page.keyboard.press('Enter')
  await ben.page.locator('[data-notice="unmute-asked"]').waitFor()
  await enter(ben, '[data-action="accept-unmute"]')
  await expect.poll(focused(ben), patience).toBe('H1')
  await ada.hears('Ben')
  // Is disabled by what it does.
  // Her page may hear his voice before it is told that he can be muted again.
  await enter(ada, '[data-action="mute-all"]:enabled')
  await expect.poll(focused(ada), patience).toBe('H2')

  await enter(ada, '[data-action="remove"]')
  await expect.poll(focused(ada), patience).toBe('remove-no')
  await ada.page.keyboard.press('Enter')
  await expect.poll(focused(ada), patience).toBe('remove')
  await ada.page.keyboard.press('Enter')
  await enter(ada, '[data-action="remove-yes"]')
  await ada.sees()
  // Her own row is all that is left of the list.
  await expect.poll(focused(ada), patience).toBe('rename')
})

test('a question that is asked, or put off, leaves the focus in its place', async () => {
  const ada = await here.join('asked', 'Ada', quiet)
  const ben = await here.join('asked', 'Ben', quiet)
  await ada.press('more')
  await enter(ada, '.panel [data-action="polls"]')
  await enter(ada, '[data-action="poll-start"]')
  await expect.poll(focused(ada), patience).toBe('INPUT')
  await ada.page.keyboard.type('Tea?')
  for (const [index, answer] of ['Yes', 'No'].entries())
    await ada.page.locator('input[name="answer"]').nth(index).fill(answer)
  await ada.page.keyboard.press('Enter')
  await ada.page.locator('[data-poll]').waitFor()
  await expect.poll(focused(ada), patience).toBe('H2')
  await enter(ben, '[data-action="poll-look"]')
  await ben.page.locator('[data-panel="polls"] [data-poll]').waitFor()
  // The notice that led here is gone when the panel closes.
  await ben.page.keyboard.press('Escape')
  await expect.poll(focused(ben), patience).toBe('H1')
})
