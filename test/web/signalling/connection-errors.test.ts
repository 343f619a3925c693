import { expect, test } from 'vitest'
import { type ErrorCode, ProtocolError } from '../../../protocol/errors.ts'
import { errorOfClose, isFinal } from '../../../web/core/signalling/connection-errors.ts'

test.each([
  [
    'the error that was sent explains its close code',
    4409,
    { code: 'not-joined', message: 'm' },
    'not-joined',
  ],
  ['another error does not', 4408, { code: 'bad-message', message: 'm' }, 'join-timeout'],
  ['a shared code without its error is the gravest', 4409, null, 'replaced'],
  ['a refusal goes before a hope', 4503, null, 'room-full'],
  ['a code of the WebSocket protocol says nothing', 1006, null, undefined],
  ['nor does a code that we do not know', 4999, null, undefined],
] as const)('%s', (_, closeCode, lastError, code) => {
  expect(errorOfClose(closeCode, '', lastError)?.code).toBe(code)
})

test.each([
  ['the reason names the error', 4403, 'removed', 'removed'],
  ['a reason of another close code is none', 4409, 'removed', 'replaced'],
  ['a reason that is no error of ours is none', 4503, 'bye', 'room-full'],
  ['what happened is told apart where all do the same', 4408, 'ping-timeout', 'ping-timeout'],
  ['G8 so does one that says when to come back', 4429, 'rate-limited retry-after=900', 'rate-limited'],
] as const)('%s', (_, closeCode, reason, code) => {
  expect(errorOfClose(closeCode, reason, null)?.code).toBe(code)
})

test.each<[ErrorCode, boolean]>([
  ['media-failed', false],
  ['producer-id-taken', false],
  ['node-unreachable', false],
  // mediasoup will not carry it in the next session either.
  ['media-unsupported', true],
  ['ping-timeout', false],
  ['rate-limited', false],
  ['unsupported-protocol', true],
  ['replaced', true],
])('%s ends what was asked: %s', (code, ends) => {
  expect(isFinal(new ProtocolError(code, ''))).toBe(ends)
})
