import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { closeReason, readCloseReason } from '../../protocol/close-reason.ts'
import { ERROR_CODES, ProtocolError, type Reaction, WireError } from '../../protocol/errors.ts'
import { RETRY_AFTER_JITTER, RETRY_AFTER_MAX_MS } from '../../protocol/limits.ts'
import { readRetryAfterHeader, retryAfterHeader, retryDelayMs } from '../../protocol/retry-after.ts'
import { FORMER_PAGE_EDGE } from '../../protocol/versions/page-edge.ts'
import { PROTOCOL } from '../documents/rules.ts'
import * as protocol24 from '../versions/protocol-24.ts'

const IN_WORDS: Record<Reaction, string> = {
  wait: 'waits',
  reconnect: 'reconnects',
  'await-media': 'awaits media',
  'renew-media': 'renews media',
  'place-elsewhere': 'places elsewhere',
  ask: 'asks',
  update: 'updates',
  'give-up': 'gives up',
}

test('PROTOCOL.md has every code, with its status and its one reaction', () => {
  const rows = [...PROTOCOL.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\| ([a-z ]+?) +\| \S/gm)]
  const errors = ERROR_CODES.map((code) => new ProtocolError(code, ''))
  expect(rows.map(([, code, status, reaction]) => [code, Number(status), reaction])).toEqual(
    errors.map(({ code, status, reaction }) => [code, status, IN_WORDS[reaction]]),
  )
})

test('a peer of the protocol before has a name for every error', () => {
  const codeIn24 = (code: string) => String(FORMER_PAGE_EDGE.toFormer(24, 'closeReason', code))
  expect(ERROR_CODES.filter((code) => !protocol24.ERROR_CODES.includes(codeIn24(code)))).toEqual([])
  expect(codeIn24('ping-timeout')).toBe('join-timeout')
  expect(codeIn24('denied')).toBe('turned-away')
  expect(codeIn24('room-full')).toBe('room-full')
})

describe('G8 when to come back', () => {
  const wire = (retryAfterMs: unknown) =>
    v.parse(WireError, { code: 'rate-limited', message: 'slower', retryAfterMs }).retryAfterMs

  test('crosses the wire as whole milliseconds', () => {
    const error = new ProtocolError('rate-limited', 'slower', { retryAfterMs: 1_200.3 })
    expect(ProtocolError.fromWire(v.parse(WireError, error.toWire()))).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 1_201,
    })
    expect(new ProtocolError('internal', 'later').toWire()).toEqual({ code: 'internal', message: 'later' })
  })

  test.each([
    ['negative', -1],
    ['not a number', Number.NaN],
    ['without an end', Number.POSITIVE_INFINITY],
    ['text', '1000'],
    ['nothing', null],
    ['an object', { ms: 1_000 }],
  ])('that is %s counts as not said, and the error is read', (_what, said) => {
    expect(wire(said)).toBeUndefined()
  })

  test('is believed up to a minute, and chance adds to it', () => {
    const most = RETRY_AFTER_MAX_MS * (1 + RETRY_AFTER_JITTER)
    expect(retryDelayMs(200, wire(Number.MAX_VALUE), () => 1)).toBe(most)
    expect(retryDelayMs(200, 1_000, () => 0)).toBe(1_000)
    expect(retryDelayMs(200, 1_000, () => 0.5)).toBe(1_000 * (1 + RETRY_AFTER_JITTER / 2))
  })

  test('is no reason to hurry, and where it is not said, everybody waits as long as they would', () => {
    expect(retryDelayMs(8_000, 1_000, () => 1)).toBe(8_000)
    expect(retryDelayMs(200, undefined, () => 1)).toBe(200)
  })

  test.each([
    [undefined, undefined],
    ['120', 120_000],
    ['0', 0],
    ['Sat, 28 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 28 Nov 2026 11:00:00 GMT', 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['99999999999', undefined],
    ['soon', undefined],
    ['2026-11-28', undefined],
    ['Sat, 99 Nov 2026 12:00:30 GMT', undefined],
  ])('in a header that says %s is %s', (said, ms) => {
    expect(readRetryAfterHeader(said, new Date('2026-11-28T12:00:00Z'))).toBe(ms)
  })

  test('in a header is a whole second too late rather than too early', () => {
    expect(retryAfterHeader(1_001)).toBe('2')
    expect(retryAfterHeader(0)).toBe('0')
  })

  test('fits into what a socket is closed with, by any code', () => {
    for (const code of ERROR_CODES) {
      const reason = closeReason(new ProtocolError(code, '', { retryAfterMs: Number.MAX_SAFE_INTEGER }))
      expect(reason.length).toBeLessThanOrEqual(123)
    }
    const error = new ProtocolError('rate-limited', '', { retryAfterMs: 1_500.5 })
    expect(readCloseReason(closeReason(error))).toEqual({ code: 'rate-limited', retryAfterMs: 1_501 })
    expect(closeReason(new ProtocolError('removed', ''))).toBe('removed')
  })

  test.each([
    ['removed', 'removed', undefined],
    ['rate-limited retry-after=-5', 'rate-limited', undefined],
    ['rate-limited retry-after=soon', 'rate-limited', undefined],
    [`rate-limited retry-after=${'9'.repeat(40)}`, 'rate-limited', undefined],
    ['', '', undefined],
  ])('in the reason “%s” is nothing', (reason, code, retryAfterMs) => {
    expect(readCloseReason(reason)).toEqual({ code, retryAfterMs })
  })
})
