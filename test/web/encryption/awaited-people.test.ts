import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PAGE_PONG_TIMEOUT_MS } from '../../../protocol/limits.ts'
import { AwaitedPeople } from '../../../web/core/encryption/awaited-people.ts'
import { newStay, type Stay } from '../../../web/core/encryption/stay.ts'

const [dan, eve] = [newStay(), newStay()]
const PATIENCE_MS = 10_000

let missing: number
let toldAt: number
let checkedAt: number[]
let members: AwaitedPeople<Stay>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  missing = 0
  checkedAt = []
  members = new AwaitedPeople(PATIENCE_MS, {
    checkConnection: () => checkedAt.push(performance.now()),
    over: () => {
      missing += 1
      toldAt = performance.now()
    },
  })
})

afterEach(() => {
  members.close()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

const look = (out: readonly Stay[], inside: readonly Stay[] = []): void =>
  members.look(new Set(out), (stay) => inside.includes(stay))

/** It is interrupted again and again; returns how long somebody was seen to be missing until that was told, in milliseconds. */
function missingUntilTold(seenMs: number, interruption: () => void): number {
  for (let times = 1; times <= 1_000; times += 1) {
    const seenAt = performance.now()
    look([dan])
    vi.advanceTimersByTime(seenMs)
    if (missing > 0) return (times - 1) * seenMs + (toldAt - seenAt)
    interruption()
    vi.advanceTimersByTime(60_000)
  }
  return expect.unreachable('it is never told')
}

test('K33 who does not come for 10 s is told of once, whoever else comes', () => {
  look([dan, eve])
  vi.advanceTimersByTime(PATIENCE_MS - 1)
  look([dan], [eve])
  expect(missing).toBe(0)
  vi.advanceTimersByTime(1)
  expect(missing).toBe(1)
  look([dan], [eve])
  vi.advanceTimersByTime(60_000)
  expect(missing).toBe(1)
})

test('K33 who comes too late and does not come in again is told of again', () => {
  look([dan])
  vi.advanceTimersByTime(PATIENCE_MS)
  look([], [dan])
  look([dan])
  vi.advanceTimersByTime(PATIENCE_MS - 1)
  expect(missing).toBe(1)
  vi.advanceTimersByTime(1)
  expect(missing).toBe(2)
})

test('K33 before that the own connection is looked after, so long that a dead one is noticed', () => {
  look([dan])
  vi.advanceTimersByTime(PATIENCE_MS - PAGE_PONG_TIMEOUT_MS - 1)
  expect(checkedAt).toHaveLength(1)
  vi.advanceTimersByTime(60_000)
  expect([checkedAt.length, missing]).toEqual([1, 1])
})

test('K33 while nothing is heard nobody is missing, and afterwards there is time to work off what was missed', () => {
  look([dan])
  vi.advanceTimersByTime(PATIENCE_MS - 1)
  look([])
  vi.advanceTimersByTime(60_000)
  look([dan])
  vi.advanceTimersByTime(PATIENCE_MS - 1)
  expect(missing).toBe(0)
  look([], [dan])
  vi.advanceTimersByTime(60_000)
  expect(missing).toBe(0)
})

test.each([9_000, 4_001, 900, 50])(
  'K33 an edge that cuts, or says that they are cut off, every %i ms gains three times 10 s by it',
  (seenMs) => {
    const told = missingUntilTold(seenMs, () => look([]))
    expect(told).toBeGreaterThan(PATIENCE_MS)
    expect(told).toBeLessThanOrEqual(4 * PATIENCE_MS)
  },
)

test('K33 to come into the group is what gives somebody all of it again', () => {
  for (let times = 0; times < 20; times += 1) {
    look([dan])
    vi.advanceTimersByTime(PATIENCE_MS - 1)
    look([], times % 5 === 4 ? [dan] : [])
    expect(missing).toBe(0)
    if (times % 5 === 2) look([], [dan])
  }
})

test.each([
  ['remembered', 999, 1],
  ['forgotten', 1_000, 0],
])('K33 who left without coming in is %s where %i others did since', (_what, others, told) => {
  for (let times = 0; times < 4; times += 1) {
    look([dan])
    vi.advanceTimersByTime(PATIENCE_MS - 1)
    look([])
  }
  for (let count = 0; count < others; count += 1) {
    look([newStay()])
    look([])
  }
  look([dan])
  vi.advanceTimersByTime(1)
  expect(missing).toBe(told)
})

test('K33 who is here is remembered, however many leave without coming in', () => {
  for (let count = 0; count < 2_000; count += 1) look([dan, newStay()])
  look([dan])
  vi.advanceTimersByTime(PATIENCE_MS)
  expect(missing).toBe(1)
  for (let count = 0; count < 2_000; count += 1) look([dan, newStay()])
  vi.advanceTimersByTime(PATIENCE_MS - 1)
  expect(missing).toBe(1)
})
