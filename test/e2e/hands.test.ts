import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()

const quiet = { mic: false, cam: false } as const

/** Where somebody's hand stands in the queue, as `seer` sees it. */
const placeSeen = (seer: Person, name: string) => () => seer.tile(name).getAttribute('data-hand')

const patience = { timeout: 15_000 }

test('C3 hands stand in the order in which they went up, for everybody, and move up when one goes down', async () => {
  const ada = await here.join('hands', 'Ada', quiet)
  const ben = await here.join('hands', 'Ben', quiet)
  await ben.press('hand')
  await expect.poll(placeSeen(ada, 'Ben'), patience).toBe('1')
  await ada.page.keyboard.press('h')
  await expect.poll(placeSeen(ben, 'Ada'), patience).toBe('2')
  await expect.poll(placeSeen(ada, 'Ada'), patience).toBe('2')
  // Who comes later sees the same queue.
  const cy = await here.join('hands', 'Cy', quiet)
  await expect.poll(placeSeen(cy, 'Ada'), patience).toBe('2')
  await ben.press('hand')
  await expect.poll(placeSeen(cy, 'Ada'), patience).toBe('1')
  await expect.poll(placeSeen(ada, 'Ben'), patience).toBeNull()
})

test('a reaction is shown on one’s tile to everybody, and goes by itself', async () => {
  const ada = await here.join('reactions', 'Ada', { ...quiet, viewport: { width: 1280, height: 720 } })
  const ben = await here.join('reactions', 'Ben', quiet)
  await ben.sees('Ada')
  await ada.press('react')
  await ada.press('react-applause')
  await ben.tile('Ada').locator('[data-reaction="applause"]').waitFor()
  await ada.tile('Ada').locator('[data-reaction="applause"]').waitFor()
  // The choice has closed, and the focus is back where it was opened.
  expect(await ada.page.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe('react')
  await ben.tile('Ada').locator('[data-reaction]').waitFor({ state: 'detached' })
  // On small windows the reactions stand in the panel.
  await ben.press('more')
  await ben.press('react-heart')
  await ada.tile('Ben').locator('[data-reaction="heart"]').waitFor()
})
