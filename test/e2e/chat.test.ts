import { expect, test } from 'vitest'
import { fragmentOf, newRoomSecret } from '../../web/core/encryption/room-secret.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()
const quiet = { mic: false, cam: false } as const
const patience = { timeout: 15_000 }

async function write(person: Person, text: string, to?: string): Promise<void> {
  const field = person.page.locator('textarea[name="chat"]')
  if (!(await field.isVisible())) await person.press('chat')
  if (to !== undefined) await person.page.locator('select[name="addressee"]').selectOption({ label: to })
  await field.fill(text)
  await field.press('Enter')
}

const reads = (person: Person) => () => person.page.locator('.chat-text').allTextContents()

test('C1 what is written reaches everybody, counts as new until one looks, and waits for latecomers', async () => {
  const ada = await here.join('chat', 'Ada', quiet)
  const ben = await here.join('chat', 'Ben', quiet)
  await ada.sees('Ben')
  await write(ben, 'hello')
  await write(ben, 'see https://example.org/notes.')
  const button = ada.page.locator('[data-action="chat"]')
  await expect.poll(() => button.locator('.tool-count').textContent(), patience).toBe('2')
  expect(await ada.page.locator('[data-preview]').textContent()).toContain('Ben')
  expect(await ada.page.locator('[data-announcer]').textContent()).toContain('example.org')
  await ada.page.keyboard.press('c')
  await expect.poll(reads(ada), patience).toEqual(['hello', 'see https://example.org/notes.'])
  expect(await button.locator('.tool-count').count()).toBe(0)
  const link = ada.page.locator('.chat-text a')
  expect(await link.getAttribute('href')).toBe('https://example.org/notes')
  expect(await link.getAttribute('rel')).toContain('noopener')
  // The field has the focus; Escape closes, and gives it back.
  await ada.page.keyboard.type('welcome')
  await ada.page.keyboard.press('Enter')
  await expect.poll(reads(ben), patience).toContain('welcome')
  const cy = await here.join('chat', 'Cy', quiet)
  await cy.press('chat')
  await expect.poll(reads(cy), patience).toEqual(['hello', 'see https://example.org/notes.', 'welcome'])
})

test('C2 a private message reaches one person, and crosses nobody else’s socket', async () => {
  const ada = await here.join('private', 'Ada', quiet)
  const ben = await here.join('private', 'Ben', quiet)
  const eve = await here.join('private', 'Eve', quiet)
  await ada.sees('Ben', 'Eve')
  await write(ada, 'only for Ben', 'Ben')
  await ben.press('chat')
  await expect.poll(reads(ben), patience).toEqual(['only for Ben'])
  expect(await ben.page.locator('.chat-circle').textContent()).toContain('to you alone')
  await write(ben, 'to all')
  await eve.press('chat')
  await expect.poll(reads(eve), patience).toEqual(['to all'])
  expect(eve.frames.map(({ text }) => text).join('\n')).not.toContain('only for Ben')
  // What was meant for one who has left is not said to all.
  await ben.press('leave')
  await ada.sees('Eve')
  await write(ada, 'are you there?')
  await ada.page.locator('[data-outgoing="failed"]').waitFor()
  await write(eve, 'still here')
  await expect.poll(reads(eve), patience).toEqual(['to all', 'still here'])
})

test('C2 whoever is no moderator, too, writes to one person from the list of people', async () => {
  const ada = await here.join('aside', 'Ada', quiet)
  const ben = await here.join('aside', 'Ben', quiet)
  const eve = await here.join('aside', 'Eve', quiet)
  await ben.sees('Ada', 'Eve')
  await ben.press('more')
  await ben.press('people')
  // Nobody writes to themselves.
  expect(await ben.page.locator('[data-person="Ben"] [data-action="person-menu"]').count()).toBe(0)
  const row = ben.page.locator('[data-person="Eve"]')
  await row.locator('[data-action="person-menu"]').click()
  await row.locator('[data-action="message"]').click()
  // The field has the focus, and the message its addressee.
  await expect
    .poll(() => ben.page.evaluate(() => document.activeElement?.getAttribute('name')), patience)
    .toBe('chat')
  await ben.page.keyboard.type('a word with you')
  await ben.page.keyboard.press('Enter')
  await eve.press('chat')
  await expect.poll(reads(eve), patience).toEqual(['a word with you'])
  await write(eve, 'to all', 'Everyone')
  await ada.press('chat')
  await expect.poll(reads(ada), patience).toEqual(['to all'])
  expect(ada.frames.map(({ text }) => text).join('\n')).not.toContain('a word with you')
})

test('A4 a chat that is forbidden says so where one would write', async () => {
  const ada = await here.join('hush', 'Ada', quiet)
  const ben = await here.join('hush', 'Ben', quiet)
  await ben.press('chat')
  await ben.page.locator('textarea[name="chat"]').waitFor()
  await ada.press('more')
  await ada.press('people')
  await ada.page.locator('[data-action="allow-chat"]').click()
  await ben.page.locator('textarea[name="chat"]').waitFor({ state: 'detached' })
  expect(await ben.page.locator('.chat-composer').textContent()).toContain('moderator')
  await ben.press('more')
  await ben.press('people')
  // How loud she is to him stays his own affair.
  await ben.page.locator('[data-person="Ada"] [data-action="person-menu"]').click()
  await ben.page.locator('[data-action="silence"]').waitFor()
  expect(await ben.page.locator('[data-action="message"]').count()).toBe(0)
})

test('what looks like markup or turns text around is shown as it was written', async () => {
  const ada = await here.join('markup', 'Ada', quiet)
  const ben = await here.join('markup', 'Ben', quiet)
  await ada.press('chat')
  const written = [
    '<img src=x onerror=alert(1)>',
    `${'Z͑ͫ̓ͪ̂ͫ'.repeat(200)}`,
    'javascript:alert(1)',
    '\u202Egnp.exe',
  ]
  for (const text of written) await write(ben, text)
  await expect.poll(reads(ada), patience).toEqual(written)
  expect(await ada.page.locator('.chat-text img, .chat-text a').count()).toBe(0)
  const wide = await ada.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide).toBe(false)
})

test('K3 K5 of a meeting in an encrypted room nothing that anybody could read crosses a socket', async () => {
  const secret = newRoomSecret()
  const room = 'sealed'
  const ada = await here.join(room, 'Adalgisa', { ...quiet, secret })
  const ben = await here.join(room, 'Benvenuto', { ...quiet, secret })
  await ada.sees('Benvenuto')
  await write(ben, 'the first words')
  await write(ada, 'for one alone', 'Benvenuto')
  await ben.press('hand')
  await ada.page.locator('article[data-name="Benvenuto"][data-hand]').waitFor()
  await expect.poll(reads(ben), patience).toEqual(['the first words', 'for one alone'])
  // Whose page is loaded again is the same person to the others, and reads what was said, but not what was for the page before.
  await ben.page.reload()
  await ben.inRoom()
  await ben.press('chat')
  await expect.poll(reads(ben), patience).toEqual(['the first words'])
  await ben.page.locator('.message-group[data-circle="peer"] p.quiet').waitFor()
  expect(await ben.page.locator('[data-notice="tampered"]').count()).toBe(0)
  await write(ada, 'for the page of now', 'Benvenuto')
  await expect.poll(reads(ben), patience).toEqual(['the first words', 'for the page of now'])
  await write(ben, 'from the new page', 'Everyone')
  await expect.poll(reads(ada), patience).toContain('from the new page')
  // Before the lobby, too, a moderator sees who knocks, and the edge does not.
  await ada.press('more')
  await ada.press('door')
  await ada.press('lobby')
  await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  await ada.press('close-panel')
  const cy = await here.arrive('Cyprienne', quiet)
  await cy.visit(`${here.url}/${room}?name=Cyprienne&join&mic=0&cam=0${fragmentOf(secret)}`)
  await ada.page.locator('[role="status"] [data-notice="knock"]', { hasText: 'Cyprienne' }).waitFor()
  await ada.press('admit')
  await cy.inRoom()
  await cy.sees('Adalgisa', 'Benvenuto')
  await cy.press('chat')
  await expect.poll(reads(cy), patience).toEqual(['the first words', 'from the new page'])

  const frames = [ada, ben, cy].flatMap((person) => person.frames)
  const text = frames.map((frame) => frame.text).join('\n')
  expect(text).toContain('"sealed"')
  const readable = [
    'Adalgisa',
    'Benvenuto',
    'Cyprienne',
    'first words',
    'one alone',
    'page of now',
    'the new page',
    secret,
  ]
  expect(readable.filter((word) => text.includes(word) || text.includes(encodeURIComponent(word)))).toEqual(
    [],
  )
  expect([ada, ben, cy].flatMap(({ requests }) => requests).filter((url) => url.includes(secret))).toEqual([])
  // Each thing that was sealed is another envelope, also what keeps the group; but for one's own name, which a page says as often as it
  // joins.
  const said = frames.flatMap((frame) => (frame.from === 'page' ? [frame.text] : []))
  const sealed = (pattern: RegExp) =>
    said.flatMap((each) => [...each.matchAll(pattern)].map(([found]) => found))
  const sent = [
    sealed(/"payload":\{"sealed":"[^"]+"/g),
    sealed(/"commit":"[^"]+"/g),
    sealed(/"info":"[^"]+"/g),
  ]
  for (const { length } of sent) expect(length).toBeGreaterThanOrEqual(3)
  const all = sent.flat().map((found) => found.slice(found.lastIndexOf(':')))
  expect(new Set(all).size).toBe(all.length)
})
