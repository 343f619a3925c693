import { expect, test } from 'vitest'
import { doorStateOf } from '../../../../web/features/door/door-state.ts'
import { passwordReasonOf } from '../../../../web/features/door/password-reason.ts'

test.each([
  [{}, 'open'],
  [{ password: true }, 'password'],
  [{ password: true, lobby: true }, 'lobby'],
  [{ password: true, lobby: true, locked: true }, 'locked'],
  [{ locked: true }, 'locked'],
] as const)('a door with %j is %s', (door, state) => {
  expect(doorStateOf({ password: false, lobby: false, locked: false, ...door })).toBe(state)
})

test.each([
  ['password-required', false, 'password-required'],
  ['wrong-password', true, 'wrong-password'],
  // One that was remembered may be wrong by now.
  ['wrong-password', false, 'wrong-password'],
  ['too-many-tries', true, 'too-many-tries'],
  // Those were knocks.
  ['too-many-tries', false, null],
  ['room-locked', false, null],
  ['denied', false, null],
  [null, true, null],
] as const)('D3 D4 %s, typed %s: a password is asked for because of %s', (refusal, typed, reason) => {
  expect(passwordReasonOf(refusal, typed)).toBe(reason)
})
