import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { VoterId } from '../../../../protocol/ids.ts'
import { rulesOf } from '../../../../protocol/page-edge/message-kinds.ts'
import { POLL_MAX_OPTIONS, type Question } from '../../../../web/features/polls/poll-payload.ts'
import { countedBy, type PollLog, pollsOf, reportedBy } from '../../../../web/features/polls/poll-results.ts'
import type { OpenedMessage } from '../../opened.ts'
import { EVERYONE, only, peer, said } from '../said.ts'

const QUESTION: Question = {
  do: 'ask',
  question: 'Where?',
  options: ['Here', 'There', 'Nowhere'],
  multiple: false,
  anonymous: false,
}

const asked = (id: number, change: object = {}, from = 'Ada') =>
  said({ id, from, kind: 'poll', payload: { ...QUESTION, ...change } })
const closed = (id: number, poll: number, from: string, moderator?: true) =>
  said({ id, from, kind: 'poll', payload: { do: 'close', poll }, ...(moderator && { moderator }) })
const voted = (id: number, from: string, choices: unknown, to = EVERYONE, poll = 1) =>
  said({ id, from, kind: 'vote', payload: { do: 'vote', poll, choices }, to })
const told = (id: number, from: string, counts: number[], voters: number, poll = 1) =>
  said({ id, from, kind: 'vote', payload: { do: 'tally', poll, counts, voters } })

const log = (polls: OpenedMessage[], votes: OpenedMessage[] = []): PollLog => ({ polls, votes })
const BEN = { self: peer('Ben'), voter: null, present: new Set(['Ada', 'Ben', 'Cy'].map(peer)) }
const first = (each: PollLog, onlooker: Parameters<typeof pollsOf>[1] = BEN) => pollsOf(each, onlooker)[0]
const counts = (each: PollLog) => first(each)?.options.map(({ count }) => count)

describe('T1 T2 a poll', () => {
  test('shows what was asked, by whom, the latest first', () => {
    const polls = pollsOf(log([asked(1), asked(4, { question: 'When?' }, 'Cy')]), BEN)
    expect(polls).toMatchObject([
      { id: 4, askerName: 'Cy', question: 'When?', open: true },
      { id: 1, asker: peer('Ada'), question: 'Where?', voters: 0, own: [] },
    ])
  })

  test('counts the last vote of each, with their names', () => {
    const votes = [voted(2, 'Ben', [0]), voted(3, 'Cy', [1]), voted(4, 'Ben', [1])]
    const poll = first(log([asked(1)], votes))
    expect(poll?.options.map(({ chosenBy }) => chosenBy)).toEqual([[], ['Ben', 'Cy'], []])
    expect(poll).toMatchObject({ voters: 2, own: [1] })
  })

  test('counts one vote of whoever leaves and comes back, under whatever name', () => {
    const ballot = (id: number, from: string, choice: number, voter: string) =>
      said({ id, from, kind: 'vote', payload: { do: 'vote', poll: 1, choices: [choice] }, voter })
    const votes = [ballot(2, 'Ben', 0, 'b'), ballot(3, 'Cy', 0, 'c'), ballot(4, 'Bob', 1, 'b')]
    const back = { ...BEN, self: peer('Bert'), voter: v.parse(VoterId, 'b'.padEnd(22, '-')) }
    const poll = first(log([asked(1)], votes), back)
    expect(poll?.options.map(({ chosenBy }) => chosenBy)).toEqual([['Cy'], ['Bob'], []])
    // Bert has come back once more, and sees what he chose.
    expect(poll).toMatchObject({ voters: 2, own: [1] })
  })

  test('lets a vote be taken back', () => {
    const poll = first(log([asked(1)], [voted(2, 'Ben', [0]), voted(3, 'Ben', [])]))
    expect(poll).toMatchObject({ voters: 0, own: [] })
  })

  test('of several choices counts each of them once', () => {
    const votes = [voted(2, 'Ben', [0, 0, 2]), voted(3, 'Cy', [0])]
    expect(counts(log([asked(1, { multiple: true })], votes))).toEqual([2, 0, 1])
  })

  test.each<[string, unknown]>([
    ['an option that is not there', [3]],
    ['a negative one', [-1]],
    ['a part of one', [0.5]],
    ['two where one is to be chosen', [0, 1]],
    ['words', ['Here']],
    ['more than there may be', Array.from({ length: POLL_MAX_OPTIONS + 1 }, () => 0)],
    ['nothing of the kind', { '0': true }],
  ])('ignores a vote for %s, and keeps the one before it', (_what, choices) => {
    expect(counts(log([asked(1)], [voted(2, 'Ben', [2]), voted(3, 'Ben', choices)]))).toEqual([0, 0, 1])
  })

  test('takes a vote for that of whoever the edge says it comes from, whatever it says itself', () => {
    const forged = said({
      id: 3,
      from: 'Cy',
      kind: 'vote',
      payload: { do: 'vote', poll: 1, choices: [1], from: peer('Ben'), name: 'Ben' },
    })
    const poll = first(log([asked(1)], [voted(2, 'Ben', [0]), forged]))
    expect(poll).toMatchObject({ voters: 2, own: [0] })
    expect(poll?.options[1]?.chosenBy).toEqual(['Cy'])
  })

  test('ignores votes for polls that are not there, or were not asked yet', () => {
    expect(counts(log([asked(5)], [voted(2, 'Ben', [0], EVERYONE, 5)]))).toEqual([0, 0, 0])
    expect(pollsOf(log([], [voted(2, 'Ben', [0])]), BEN)).toEqual([])
  })

  test.each<[string, string, true | undefined, boolean]>([
    ['whoever asked', 'Ada', undefined, false],
    ['a moderator', 'Cy', true, false],
    ['anybody else', 'Cy', undefined, true],
  ])('is closed by %s', (_who, from, moderator, open) => {
    const votes = [voted(2, 'Ben', [0]), voted(4, 'Cy', [0])]
    const poll = first(log([asked(1), closed(3, 1, from, moderator)], votes))
    expect(poll?.open).toBe(open)
    expect(poll?.voters).toBe(open ? 2 : 1)
  })

  test.each<[string, unknown]>([
    ['no JSON', 'Where?'],
    ['something else', { do: 'ask', question: 7 }],
    ['1,000 options', { ...QUESTION, options: Array.from({ length: 1_000 }, (_, each) => `${each}`) }],
    ['one option', { ...QUESTION, options: ['Here'] }],
    ['an empty option', { ...QUESTION, options: ['Here', ''] }],
    ['10 kB of question', { ...QUESTION, question: 'x'.repeat(10_000) }],
    ['10 kB of option', { ...QUESTION, options: ['Here', 'x'.repeat(10_000)] }],
    ['a question that turns the text around', { ...QUESTION, question: 'a\u202eb' }],
    ['a list', []],
  ])('with %s is none', (_what, payload) => {
    const message = said({ id: 1, from: 'Ada', kind: 'poll', payload })
    expect(pollsOf(log([message, asked(2)]), BEN).map(({ id }) => id)).toEqual([2])
  })

  test('with 1,000 options fits into a message, and so must be ignored here', () => {
    const payload = JSON.stringify({ ...QUESTION, options: Array.from({ length: 1_000 }, () => 'x') })
    expect(payload.length).toBeLessThan(rulesOf('poll').maxLength)
  })

  test('with the longest question and options fits into a message', () => {
    const options = Array.from({ length: POLL_MAX_OPTIONS }, (_, index) => `${index}`.padEnd(120, 'x'))
    const payload = JSON.stringify({ ...QUESTION, question: 'x'.repeat(300), options })
    expect(payload.length).toBeLessThan(rulesOf('poll').maxLength)
    expect(first(log([said({ id: 1, from: 'Ada', kind: 'poll', payload })]))?.options).toHaveLength(20)
  })
})

describe('T3 an anonymous poll', () => {
  const question = asked(1, { anonymous: true })

  test('is counted by whoever asked, from votes that nobody else gets', () => {
    const toAda = [voted(2, 'Ben', [0], only('Ada')), voted(3, 'Cy', [0], only('Ada'))]
    expect(countedBy(peer('Ada'), log([question], toAda)).get(1)).toEqual({ counts: [2, 0, 0], voters: 2 })
    expect(countedBy(peer('Ben'), log([question], toAda)).size).toBe(0)
  })

  test('does not count votes that everybody could read', () => {
    expect(countedBy(peer('Ada'), log([question], [voted(2, 'Ben', [0])])).get(1)?.voters).toBe(0)
  })

  test('shows what whoever asked has told last, and no names', () => {
    const votes = [
      voted(2, 'Ben', [0], only('Ada')),
      told(3, 'Ada', [1, 0, 0], 1),
      told(4, 'Ada', [2, 1, 0], 3),
    ]
    const poll = first(log([question], votes))
    expect(poll).toMatchObject({ voters: 3, own: [0] })
    expect(poll?.options.map(({ count }) => count)).toEqual([2, 1, 0])
    expect(poll?.options.every(({ chosenBy }) => chosenBy === null)).toBe(true)
    expect(reportedBy(peer('Ada'), log([question], votes)).get(1)?.voters).toBe(3)
  })

  test.each<[string, OpenedMessage]>([
    ['somebody else', told(3, 'Cy', [9, 0, 0], 9)],
    ['whoever asked, of other options', told(3, 'Ada', [1, 0], 1)],
    ['whoever asked, with more votes than voters', told(3, 'Ada', [2, 0, 0], 1)],
  ])('ignores a count told by %s', (_who, tally) => {
    expect(counts(log([question], [told(2, 'Ada', [0, 1, 0], 1), tally]))).toEqual([0, 1, 0])
  })

  test('is closed with its last count when whoever asked has gone', () => {
    const gone = { ...BEN, present: new Set([peer('Ben')]) }
    const poll = first(log([question], [told(2, 'Ada', [0, 1, 0], 1)]), gone)
    expect(poll).toMatchObject({ open: false, voters: 1 })
  })
})
