import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()
const PATIENCE = { timeout: 30_000, interval: 150 }
const LISTENER = { mic: false, cam: false }

async function three(room: string): Promise<[Person, Person, Person]> {
  const people: Person[] = []
  for (const name of ['Ada', 'Ben', 'Cy']) people.push(await here.join(room, name, LISTENER))
  const [ada, ben, cy] = people
  if (!ada || !ben || !cy) throw new Error('three came')
  return [ada, ben, cy]
}

async function openPolls(person: Person): Promise<void> {
  await person.press('more')
  await person.press('polls')
}

async function ask(person: Person, question: string, answers: readonly string[], ...checks: string[]) {
  await openPolls(person)
  await person.press('poll-start')
  const { page } = person
  await page.locator('input[name="question"]').fill(question)
  for (const [index, answer] of answers.entries()) {
    if (index > 1) await person.press('poll-add-answer')
    await page.locator('input[name="answer"]').nth(index).fill(answer)
  }
  for (const check of checks) await page.locator(`input[name="${check}"]`).check()
  await person.press('poll-ask')
  await page.locator('[data-poll]').waitFor()
}

async function vote(person: Person, ...answers: string[]): Promise<void> {
  for (const answer of answers) await person.page.locator('[data-poll] label', { hasText: answer }).click()
  await person.press('poll-vote')
}

const counts = (person: Person) => person.page.locator('[data-poll] [aria-hidden="true"]:not(.share-bar)')
const shows = (person: Person, ...numbers: string[]) =>
  expect.poll(() => counts(person).allTextContents(), PATIENCE).toEqual(numbers)

test('T1 a poll is seen, voted in and changed live, and closed by a moderator', async () => {
  const [ada, ben, cy] = await three('poll')
  await ask(ben, 'Tea?', ['Yes', 'No'])
  await cy.page.locator('[data-notice="poll"]', { hasText: 'Tea?' }).waitFor()
  await cy.press('poll-look')
  await vote(cy, 'Yes')
  await vote(ben, 'No')
  for (const each of [ben, cy]) await shows(each, '1', '1')
  await vote(ben, 'Yes')
  for (const each of [ben, cy]) await shows(each, '2', '0')
  await ben.page.locator('.poll-option small', { hasText: 'Cy, Ben' }).waitFor()
  expect(await cy.page.locator('[data-action="poll-close"]').count()).toBe(0)

  await ada.press('poll-look')
  await ada.press('poll-close')
  await cy.page.locator('[data-poll]:not([data-open])').waitFor()
  const dee = await here.join('poll', 'Dee', LISTENER)
  await openPolls(dee)
  await shows(dee, '2', '0')
  await dee.page.locator('[data-poll]:not([data-open])').waitFor()
})

test('T3 C2 votes of an anonymous poll reach whoever asked alone, who tells what they come to', async () => {
  const [ada, ben, cy] = await three('anonymous')
  await ask(ada, 'Content?', ['Yes', 'No', 'Rather'], 'anonymous', 'multiple')
  // What counts is there while the panel is not.
  await ada.page.keyboard.press('Escape')
  for (const each of [ben, cy]) await each.press('poll-look')
  await vote(ben, 'Yes', 'Rather')
  await vote(cy, 'Rather')
  for (const each of [ben, cy]) await shows(each, '1', '0', '2')
  await openPolls(ada)
  await vote(ada, 'No')
  for (const each of [ben, cy]) await shows(each, '1', '1', '2')
  const heard = cy.frames.filter(({ from, text }) => from === 'edge' && text.includes('choices'))
  expect(heard).toEqual([])
  // A reloaded page goes on counting; one that is gone cannot.
  await ada.page.reload()
  await ada.inRoom()
  await vote(cy, 'No')
  for (const each of [ben, cy]) await shows(each, '1', '2', '2')
  await ada.press('leave')
  await ben.page.locator('[data-poll]:not([data-open])').waitFor()
  await shows(ben, '1', '2', '2')
})
