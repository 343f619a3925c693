import { expect, test } from 'vitest'
import { keepSockets, sendAs } from './support/cheat.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()
const PATIENCE = { timeout: 30_000, interval: 150 }
const LISTENER = { mic: false, cam: false }

/** Ada and Ben, who do nothing wrong, what went wrong in their pages, and Eve, who tries. */
async function three(room: string) {
  const ada = await here.join(room, 'Ada', LISTENER)
  const ben = await here.join(room, 'Ben', LISTENER)
  const eve = await here.arrive('Eve')
  await eve.page.addInitScript(keepSockets)
  await eve.visit(`${here.url}/${room}?name=Eve&join&mic=0&cam=0`)
  await eve.inRoom()
  const faults: string[] = []
  for (const { page } of [ada, ben]) page.on('pageerror', (error) => faults.push(error.message))
  return { ada, ben, eve, faults }
}

async function open(person: Person, panel: string): Promise<void> {
  await person.press('more')
  await person.press(panel)
}

const peerOf = async (person: Person, name: string): Promise<string> =>
  (await person.tile(name).getAttribute('data-peer')) ?? ''

const question = (options: readonly string[], asks = 'Really?') => ({
  do: 'ask',
  question: asks,
  options,
  multiple: false,
  anonymous: false,
})

test('T1 T2 whoever cheats in a poll is refused or ignored, and the others notice nothing', async () => {
  const { ada, ben, eve, faults } = await three('cheated-poll')
  await open(ada, 'polls')
  await ada.press('poll-start')
  await ada.page.locator('input[name="question"]').fill('Tea?')
  for (const [index, answer] of ['Yes', 'No'].entries())
    await ada.page.locator('input[name="answer"]').nth(index).fill(answer)
  await ada.press('poll-ask')
  await open(ben, 'polls')
  const poll = Number(await ben.page.locator('[data-poll]').getAttribute('data-poll'))
  const benId = await peerOf(eve, 'Ben')

  const thousand = Array.from({ length: 1_000 }, (_, index) => `${index}`)
  expect(await sendAs(eve, 'poll', question(thousand.map((each) => each.padEnd(10, 'x'))))).toBe(
    'bad-message',
  )
  expect(await sendAs(eve, 'poll', question(['a', 'b'], 'x'.repeat(10_000)))).toBe('bad-message')
  for (const [kind, payload] of [
    ['poll', question(thousand.map((each) => each.slice(0, 2)))],
    ['poll', 'no JSON'],
    ['poll', { do: 'close', poll, moderator: true }],
    ['vote', { do: 'vote', poll, choices: [2] }],
    ['vote', { do: 'vote', poll, choices: [0, 1] }],
    ['vote', { do: 'tally', poll, counts: [0, 200], voters: 200 }],
    ['vote', { do: 'vote', poll, choices: [1], from: benId, name: 'Ben' }],
    ['vote', { do: 'vote', poll, choices: [1] }],
  ] as const)
    expect(await sendAs(eve, kind, payload)).toBeTypeOf('number')

  const numbers = () => ben.page.locator('.poll-count [aria-hidden="true"]').allTextContents()
  await expect.poll(numbers, PATIENCE).toEqual(['0', '1'])
  await ben.page.locator('.poll-option small', { hasText: /^Eve$/ }).waitFor()
  await ben.page.locator('[data-poll] label', { hasText: 'Yes' }).click()
  await ben.press('poll-vote')
  await expect.poll(numbers, PATIENCE).toEqual(['1', '1'])
  expect(await ben.page.locator('[data-poll]').count()).toBe(1)
  expect(faults).toEqual([])
})

test('T4 T6 whoever sends what are no notes, or agrees for another, changes nothing', async () => {
  const { ada, ben, eve, faults } = await three('cheated-notes')
  for (const each of [ada, ben]) await open(each, 'notes')
  await ada.page.locator('textarea').fill('What we decided')
  const reads = (person: Person) => () => person.page.locator('textarea').inputValue()
  await expect.poll(reads(ben), PATIENCE).toBe('What we decided')

  await sendAs(eve, 'notes', 'no JSON')
  const garbage = { update: 'abcdefgh', part: 0, of: 1, data: 'AQEAAAAA____' }
  const number = await sendAs(eve, 'notes', garbage)
  // In the place of everything that there was.
  expect(await sendAs(eve, 'notes', garbage, { upTo: Number(number) })).toBeTypeOf('number')
  await ben.page.locator('textarea').press('Control+End')
  await ben.page.locator('textarea').pressSequentially(': to go on')
  for (const each of [ada, ben]) await expect.poll(reads(each), PATIENCE).toBe('What we decided: to go on')
  // Those who have the notes put them back for whoever comes.
  await expect
    .poll(async () => {
      const dee = await here.join('cheated-notes', 'Dee', LISTENER)
      await open(dee, 'notes')
      const text = await reads(dee)()
      await dee.press('leave')
      return text
    }, PATIENCE)
    .toBe('What we decided: to go on')

  await ada.page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  await ada.page.keyboard.press('Escape')
  await open(ada, 'recording')
  await ada.press('start-recording')
  const own = ada.page.locator('[data-notice="own-recording"]', { hasText: '0 of 2' })
  await own.waitFor()
  const benId = await peerOf(eve, 'Ben')
  for (let recording = 1; recording < 30; recording += 10) {
    const agreed = Array.from({ length: 10 }, (_, index) => recording + index)
    expect(await sendAs(eve, 'consent', { agreed, from: benId })).toBeTypeOf('number')
  }
  expect(await ben.page.locator('[data-notice="recording"][data-agreed]').count()).toBe(0)
  await own.waitFor()
  expect(faults).toEqual([])
})
