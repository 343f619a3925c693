import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()
const PATIENCE = { timeout: 30_000, interval: 150 }
const LISTENER = { mic: false, cam: false }

const field = (person: Person) => person.page.locator('textarea')
const reads = (person: Person) => field(person).inputValue()

async function openNotes(person: Person): Promise<void> {
  await person.press('more')
  await person.press('notes')
  await field(person).waitFor()
}

test('T4 two who type at once read the same, each where they stood; latecomers read it, too', async () => {
  const ada = await here.join('notes', 'Ada', LISTENER)
  const ben = await here.join('notes', 'Ben', LISTENER)
  for (const each of [ada, ben]) await openNotes(each)
  await field(ben).fill('Agenda:\n\nDecisions:\n')
  await expect.poll(() => reads(ada), PATIENCE).toBe('Agenda:\n\nDecisions:\n')

  await field(ben).press('Control+End')
  await field(ada).press('Control+Home')
  await field(ada).press('End')
  await Promise.all([
    // Only while he writes, and for a moment after it.
    ada.page.locator('.notes-writers', { hasText: 'Ben' }).waitFor(),
    field(ada).pressSequentially(' where we meet', { delay: 60 }),
    field(ben).pressSequentially('we meet on Thursday', { delay: 60 }),
  ])
  const both = 'Agenda: where we meet\n\nDecisions:\nwe meet on Thursday'
  for (const each of [ada, ben]) await expect.poll(() => reads(each), PATIENCE).toBe(both)

  // One's own typing is taken back, and nobody else's.
  await expect
    .poll(async () => {
      await field(ada).press('Control+z')
      return reads(ben)
    }, PATIENCE)
    .toBe('Agenda:\n\nDecisions:\nwe meet on Thursday')

  const cy = await here.join('notes', 'Cy', LISTENER)
  await openNotes(cy)
  await expect.poll(() => reads(cy), PATIENCE).toBe('Agenda:\n\nDecisions:\nwe meet on Thursday')
})

test('the notes are saved as a Markdown file, and are there again when the panel is', async () => {
  const ada = await here.join('saved', 'Ada', LISTENER)
  await openNotes(ada)
  await field(ada).fill('# Élan\n')
  const coming = ada.page.waitForEvent('download')
  await ada.press('save-notes')
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^saved-notes-\d{4}-\d\d-\d\d-\d{4}\.md$/)
  expect(await readFile(await file.path(), 'utf8')).toBe('# Élan\n')
  await ada.page.keyboard.press('Escape')
  await openNotes(ada)
  expect(await reads(ada)).toBe('# Élan\n')
})

test('A4 where messages are turned off, participants read the notes, ask nothing, and still vote', async () => {
  const ada = await here.join('hushed', 'Ada', { ...LISTENER, viewport: { width: 1280, height: 720 } })
  const ben = await here.join('hushed', 'Ben', LISTENER)
  await openNotes(ada)
  await field(ada).fill('Only mine')
  await openNotes(ben)
  await expect.poll(() => reads(ben), PATIENCE).toBe('Only mine')
  await ada.page.keyboard.press('Escape')
  await ada.press('people')
  await ada.press('allow-chat')
  await ben.page.locator('textarea[readonly]').waitFor()
  await ben.page.keyboard.press('Escape')
  await ben.press('more')
  await ben.press('polls')
  await ben.page.locator('[data-panel="polls"] p', { hasText: 'turned off messages' }).waitFor()
  expect(await ben.page.locator('[data-action="poll-start"]').count()).toBe(0)
})
