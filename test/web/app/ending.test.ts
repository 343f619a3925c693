import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../../protocol/errors.ts'
import { explainEnding } from '../../../web/app/after/ending.ts'

describe('the end of a room', () => {
  test.each([
    ['left', 'left', 'comeBack'],
    ['room-locked', 'locked', 'tryAgain'],
    ['denied', 'denied', 'tryAgain'],
    ['removed', 'removed', null],
    ['room-full', 'full', 'tryAgain'],
    ['replaced', 'replaced', 'here'],
    ['unsupported-protocol', 'outdated', 'reload'],
    ['upgrade-required', 'outdated', 'reload'],
    ['rate-limited', 'busy', 'tryAgain'],
    ['too-many-tries', 'busy', 'tryAgain'],
    ['internal', 'failed', 'tryAgain'],
  ] as const)('%s: %s, %s', (ending, words, action) => {
    expect(explainEnding(ending, false)).toEqual({ words, action })
  })

  test.each(ERROR_CODES)('%s has words', (code) => {
    expect(explainEnding(code, false).words).toBeTypeOf('string')
  })

  test('of an encrypted room that needs another version, the site may be what is older', () => {
    expect(explainEnding('unsupported-protocol', true)).toEqual({ words: 'unfit', action: 'reload' })
    expect(explainEnding('room-full', true).words).toBe('full')
  })
})
