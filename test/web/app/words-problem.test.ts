import { expect, test } from 'vitest'
import { ProtocolError } from '../../../protocol/errors.ts'
import { problemOfRoom, problemOfTyped } from '../../../web/app/link/words-problem.ts'

const typed = (...words: readonly (string | null)[]) => ({
  words: words.map((word) => ({ typed: word ?? 'qqqq', word, begun: false })),
})
const six = ['a', 'b', 'c', 'd', 'e', 'f']

test('D14 six words of a list are asked for, and nothing else', () => {
  expect(problemOfTyped(typed(...six))).toBeNull()
  expect(problemOfTyped(typed(...six.slice(1)))).toBe('few')
  expect(problemOfTyped(typed(...six, 'g'))).toBe('many')
  expect(problemOfTyped(typed(...six.slice(1), null))).toBe('unknown')
  expect(problemOfTyped(typed())).toBe('few')
})

test('D13 wrong words, too many tries and a room that cannot be reached are three things', () => {
  expect(problemOfRoom(new ProtocolError('wrong-words', ''))).toBe('wrong')
  expect(problemOfRoom(new ProtocolError('too-many-tries', ''))).toBe('too-many-tries')
  expect(problemOfRoom(new ProtocolError('rate-limited', ''))).toBe('too-many-tries')
  expect(problemOfRoom(new TypeError('crypto.subtle'))).toBe('unreachable')
})
