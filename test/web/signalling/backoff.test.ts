import { expect, test } from 'vitest'
import { Backoff } from '../../../web/core/signalling/backoff.ts'

const range = { reconnectMinMs: 250, reconnectMaxMs: 8_000, stableMs: 5_000 }
const longest = () => new Backoff(range, () => 1)

test('a connection that held is repaired at once', () => {
  const backoff = longest()
  backoff.connected(0)
  expect(backoff.fell(10_000)).toBe(0)
})

test('attempts that fail wait longer and longer, up to the maximum', () => {
  const backoff = longest()
  backoff.connected(0)
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((nowMs) => backoff.fell(nowMs))
  expect(waits).toEqual([0, 250, 500, 1_000, 2_000, 4_000, 8_000, 8_000])
})

test('a first attempt that fails is not repeated at once', () => {
  expect(longest().fell(0)).toBe(250)
})

test('a connection that falls as soon as it is there does not start over', () => {
  const backoff = longest()
  const waits = [0, 100, 200, 300].map((nowMs) => {
    backoff.connected(nowMs)
    return backoff.fell(nowMs + 50)
  })
  expect(waits).toEqual([0, 250, 500, 1_000])
})

test('the wait is a random part of its ceiling', () => {
  expect(new Backoff(range, () => 0.5).fell(0)).toBe(125)
})
