import { expect, test } from 'vitest'
import type { Settings } from '../../web/settings/settings-schema.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()

const quiet = { mic: false, cam: false } as const
const patience = { timeout: 20_000 }

const told = (person: Person) => person.page.locator('[data-announcer]').textContent()

/** Ada, who is told everything; and Cy, who has turned that off. */
async function listeners(room: string, off: keyof Settings): Promise<[Person, Person]> {
  const ada = await here.join(room, 'Ada', quiet)
  const cy = await here.join(room, 'Cy', { ...quiet, settings: { [off]: false } })
  await ada.sees('Cy')
  return [ada, cy]
}

test('screen readers are told who comes and goes, unless one turned that off', async () => {
  const [ada, cy] = await listeners('comings', 'announceArrivals')
  const ben = await here.join('comings', 'Ben', quiet)
  await expect.poll(() => told(ada), patience).toBe('Ben arrived.')
  await cy.sees('Ada', 'Ben')
  expect(await told(cy)).toBe('')
  await ben.press('leave')
  await expect.poll(() => told(ada), patience).toBe('Ben left.')
  await cy.sees('Ada')
  expect(await told(cy)).toBe('')
})

test('screen readers are told of hands, unless one turned that off', async () => {
  const [ada, cy] = await listeners('raised', 'announceHands')
  const ben = await here.join('raised', 'Ben', quiet)
  await expect.poll(() => told(cy), patience).toBe('Ben arrived.')
  await ben.press('hand')
  await expect.poll(() => told(ada), patience).toBe('Ben raised a hand.')
  await expect.poll(() => cy.tile('Ben').getAttribute('data-hand'), patience).toBe('1')
  expect(await told(cy)).toBe('Ben arrived.')
})

test('screen readers are read what is written, until one turns that off in the settings', async () => {
  const [ada, cy] = await listeners('written', 'announceMessages')
  const ben = await here.join('written', 'Ben', quiet)
  await ben.press('chat')
  const write = async (text: string): Promise<void> => {
    await ben.page.locator('textarea[name="chat"]').fill(text)
    await ben.page.keyboard.press('Enter')
  }
  const unread = (person: Person, count: string) =>
    person.page.locator('[data-action="chat"] .tool-count', { hasText: count }).waitFor()
  await write('the first')
  await expect.poll(() => told(ada), patience).toContain('the first')
  await unread(cy, '1')
  expect(await told(cy)).not.toContain('the first')
  await ada.press('more')
  await ada.press('settings')
  await ada.page.locator('[role="switch"][data-action="announceMessages"]').click()
  await write('the second')
  await unread(ada, '2')
  expect(await told(ada)).toContain('the first')
})
