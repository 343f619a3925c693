import { expect, test } from 'vitest'
import { passwordReasonOf } from '../../web/view/ending.ts'
import { doorStateOf } from '../../web/view/room/door-state.ts'

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
  ['password-required', 'password-required'],
  ['wrong-password', 'wrong-password'],
  ['too-many-tries', 'too-many-tries'],
  ['room-locked', null],
  ['turned-away', null],
  [null, null],
] as const)('D3 %s: a password is asked for because of %s', (refusal, reason) => {
  expect(passwordReasonOf(refusal)).toBe(reason)
})
