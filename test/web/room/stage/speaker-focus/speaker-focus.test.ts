import { describe, expect, test } from 'vitest'
import type { Person } from '../../../../../web/core/session/room-session.ts'
import {
  NO_FOCUS,
  refocus,
  type SpeakerFocus,
  TAKES_OVER_MS,
} from '../../../../../web/room/stage/speaker-focus/speaker-focus.ts'
import { idOf, person } from '../../../people.ts'

const me = person('me', { self: true })
const people = (...speaking: string[]): Person[] =>
  [me, person('ada'), person('ben'), person('cy')].map((each) => ({
    ...each,
    speaking: speaking.includes(each.name),
  }))

/** The focus after a course of events: who speaks from when on. */
const course = (...events: readonly (readonly [atMs: number, speaking: readonly string[]])[]): SpeakerFocus =>
  events.reduce((focus, [atMs, speaking]) => refocus(focus, people(...speaking), atMs), NO_FOCUS)

describe('whose the large place is', () => {
  test('before anybody spoke, another’s than one’s own', () => {
    expect(course([0, []]).person).toBe(idOf('ada'))
    expect(refocus(NO_FOCUS, [me], 0).person).toBe(me.id)
    expect(refocus(NO_FOCUS, [], 0).person).toBeNull()
  })

  test('it goes to whoever has spoken for long enough, and not before', () => {
    const began = course([0, []], [1_000, ['ben']])
    expect(began.person).toBe(idOf('ada'))
    expect(refocus(began, people('ben'), 1_000 + TAKES_OVER_MS - 1).person).toBe(idOf('ada'))
    expect(refocus(began, people('ben'), 1_000 + TAKES_OVER_MS).person).toBe(idOf('ben'))
  })

  test('a cough moves nothing, and two coughs no more', () => {
    const coughs = course([0, []], [100, ['ben']], [400, []], [900, ['ben']], [1_200, []])
    expect(coughs).toMatchObject({ person: idOf('ada'), rising: null })
  })

  test('whoever has it keeps it while they speak, and in the silence after', () => {
    const ben = course([0, ['ben']], [TAKES_OVER_MS, ['ben']])
    expect(ben.person).toBe(idOf('ben'))
    expect(refocus(ben, people('ben', 'cy'), 9_000).person).toBe(idOf('ben'))
    expect(refocus(ben, people(), 99_000).person).toBe(idOf('ben'))
  })

  test('one’s own voice does not turn the page to oneself', () => {
    expect(course([0, ['me']], [9_000, ['me']]).person).toBe(idOf('ada'))
  })

  test('who leaves gives it up at once', () => {
    const ben = course([0, ['ben']], [TAKES_OVER_MS, ['ben']])
    expect(refocus(ben, [me, person('cy')], 2_000).person).toBe(idOf('cy'))
  })

  test('who spoke last comes first, and is forgotten when gone', () => {
    const order = course([0, ['ada']], [10, []], [20, ['cy']], [30, ['cy', 'ben']])
    expect(order.spoke).toEqual([idOf('ben'), idOf('cy'), idOf('ada')])
    expect(refocus(order, [me, person('ada')], 40).spoke).toEqual([idOf('ada')])
  })

  test('the same again is the same', () => {
    const once = course([0, []], [1_000, ['ben']])
    const again = refocus(once, people('ben'), 1_000)
    expect(again).toEqual(once)
    expect(again.rising).toBe(once.rising)
  })
})
