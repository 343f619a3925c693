import { expect, test } from 'vitest'
import { newRoomSecret } from '../../web/core/encryption/room-secret.ts'
import type { Settings } from '../../web/settings/settings-schema.ts'
import { gather } from './support/gathering.ts'
import type { JoinWishes, Person } from './support/person.ts'

const here = gather()

const quiet = { mic: false, cam: false } as const
const patience = { timeout: 20_000 }

const told = (person: Person) => person.page.locator('[data-announcer]').textContent()

/** Ada, who is told everything; and Cy, who has turned that off. */
async function listeners(
  room: string,
  off: keyof Settings,
  wishes: JoinWishes = quiet,
): Promise<[Person, Person]> {
  const ada = await here.join(room, 'Ada', wishes)
  const cy = await here.join(room, 'Cy', { ...wishes, settings: { [off]: false } })
  await ada.sees('Cy')
  return [ada, cy]
}

test('screen readers are told who comes and goes, and what that changes for the keys, unless one turned that off', async () => {
  const wishes = { ...quiet, secret: newRoomSecret() }
  const [ada, cy] = await listeners('comings', 'announceArrivals', wishes)
  const ben = await here.join('comings', 'Ben', wishes)
  const news = [ada, cy].map(({ page }) => page.locator('[data-notice="keys-since"]'))
  await Promise.all(news.map((notice) => notice.waitFor()))
  const aloud = (person: Person) => person.page.locator('[role="status"] [data-notice="keys-since"]').count()
  expect([await aloud(ada), await aloud(cy)]).toEqual([1, 0])
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

test('A7 who is called otherwise is called so by everybody, and keeps the name through a reload', async () => {
  const [ada, cy] = await listeners('renamed', 'announceArrivals')
  const ben = await here.join('renamed', 'Ben', quiet)
  const write = async (text: string): Promise<void> => {
    await ben.press('chat')
    await ben.page.locator('textarea[name="chat"]').fill(text)
    await ben.page.keyboard.press('Enter')
    await ben.page.keyboard.press('Escape')
  }
  await write('before')
  await ben.press('more')
  await ben.press('people')
  await ben.page.locator('[data-person="Ben"] [data-action="rename"]').press('Enter')
  const field = ben.page.locator('input[name="own-name"]')
  expect(await field.evaluate((input) => document.activeElement === input)).toBe(true)
  await ben.page.keyboard.type('Benjamin')
  await ben.page.keyboard.press('Enter')
  await expect.poll(() => told(ada), patience).toBe('Ben is now Benjamin.')
  await expect.poll(() => told(ben), patience).toBe('Ben is now Benjamin.')
  // Nobody has another's name to change, and the focus is where it was.
  await ben.page.locator('[data-person="Benjamin"] [data-action="rename"]:focus').waitFor()
  expect(await ben.page.locator('[data-action="rename"]').count()).toBe(1)
  await cy.sees('Ada', 'Benjamin')
  expect(await told(cy)).not.toContain('Benjamin')
  await ben.page.keyboard.press('Escape')
  await write('after')
  await ada.press('chat')
  const said = ada.page.locator('.message-group')
  await expect
    .poll(() => said.evaluateAll((turns) => turns.map((turn) => turn.querySelector('.name')?.textContent)))
    .toEqual(['Ben', 'Benjamin'])
  await ben.page.reload()
  await ben.inRoom()
  await ben.tile('Benjamin').and(ben.page.locator('[data-self]')).waitFor()
  await ada.sees('Benjamin', 'Cy')

  await ada.press('more')
  await ada.press('settings')
  await ada.page.locator('input[name="own-name"]').fill(' Ada\u202e  L. ')
  await ada.press('set-name')
  await ben.sees('Ada L.', 'Cy')
  expect(await ada.page.evaluate(() => localStorage.getItem('essaim'))).toContain('"name":"Ada L."')
  // Whoever takes their name away is a guest, and is not remembered as one.
  await ada.page.locator('input[name="own-name"]').fill('')
  await ada.press('set-name')
  await ben.sees('Cy', 'Guest')
  expect(await ada.page.evaluate(() => localStorage.getItem('essaim'))).toContain('"name":""')
})
