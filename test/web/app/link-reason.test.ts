import { expect, test } from 'vitest'
import { ERROR_CODES } from '../../../protocol/errors.ts'
import { linkReasonOf } from '../../../web/app/link/link-reason.ts'

test('J13 whoever typed a name is asked for the link of what is there, or told that it is not encrypted', () => {
  expect(linkReasonOf('wrong-link', true)).toBe('link-required')
  expect(linkReasonOf('not-encrypted', true)).toBe('plain-room')
  expect(linkReasonOf('link-required', true)).toBe('link-required')
})

test('J13 whoever came by a link is told that it is another one, and offered no way in without encryption', () => {
  expect(linkReasonOf('wrong-link', false)).toBe('wrong-link')
  expect(linkReasonOf('not-encrypted', false)).toBe('not-encrypted')
  expect(linkReasonOf('link-required', false)).toBe('link-required')
  expect(linkReasonOf('link-changed', false)).toBe('link-changed')
})

test('no other refusal is one of the link', () => {
  const others = ERROR_CODES.filter(
    (code) => !['wrong-link', 'not-encrypted', 'link-required', 'link-changed'].includes(code),
  )
  expect(others.map((code) => linkReasonOf(code, true)).filter((reason) => reason !== null)).toEqual([])
  expect(linkReasonOf(null, true)).toBeNull()
})
