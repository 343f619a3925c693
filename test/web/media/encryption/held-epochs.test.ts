import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  EPOCH_GRACE_MS,
  HeldEpochs,
  LINK_GRACE_MS,
  LINK_KEY_ID,
  MAX_HELD_EPOCHS,
} from '../../../../web/core/media/encryption/held-epochs.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const fail = (cause: unknown): never => {
  throw cause
}
const secret = () => crypto.getRandomValues(new Uint8Array(32))

function held(mode: 'group' | 'link' | null = 'group') {
  const epochs = new HeldEpochs(secret(), { changed: () => {}, failed: fail })
  if (mode) epochs.use(mode, mode === 'link')
  const enter = (...numbers: number[]) => {
    for (const number of numbers) epochs.enter(number, secret())
    return epochs.find(numbers.at(-1) ?? 0)
  }
  /** What is answered for these key ids. */
  const answers = (...keyIds: (number | bigint)[]) =>
    keyIds.map((keyId) => {
      const found = epochs.find(keyId)
      return typeof found === 'string' ? found : found.keyId
    })
  return { epochs, enter, answers }
}

describe('K25 the keys of an epoch', () => {
  test('are those one sends by from when it begins, and are kept for a moment after the next one began', () => {
    const { epochs, enter, answers } = held()
    enter(7)
    vi.advanceTimersByTime(EPOCH_GRACE_MS * 2)
    expect(answers(7, 8)).toEqual([7, 'awaited'])
    enter(8)
    expect(epochs.sending?.keyId).toBe(8)
    vi.advanceTimersByTime(EPOCH_GRACE_MS - 1)
    enter(9)
    expect(answers(7, 8, 9)).toEqual([7, 8, 9])
    vi.advanceTimersByTime(1)
    expect(answers(7, 8, 9)).toEqual(['refused', 8, 9])
    vi.advanceTimersByTime(EPOCH_GRACE_MS)
    expect(answers(7, 8, 9)).toEqual(['refused', 'refused', 9])
  })

  test('are those of the last that had the number, where a room counts from the beginning again', () => {
    const { epochs, enter, answers } = held()
    enter(1, 2, 3)
    const first = epochs.find(1)
    vi.advanceTimersByTime(EPOCH_GRACE_MS - 1)
    const second = enter(1)
    expect(second).not.toBe(first)
    expect(epochs.sending).toBe(second)
    expect(answers(3, 2, 5)).toEqual([3, 2, 'awaited'])
    // Neither does the end of the first end the second.
    vi.advanceTimersByTime(EPOCH_GRACE_MS)
    expect(epochs.find(1)).toBe(second)
    expect(answers(3, 2, 5)).toEqual(['awaited', 'awaited', 'awaited'])
    const third = enter(1)
    expect(epochs.find(1)).toBe(third)
    expect(epochs.sending).toBe(third)
    vi.advanceTimersByTime(EPOCH_GRACE_MS)
    expect(epochs.find(1)).toBe(third)
  })

  test('stay what they are where one is told the same again, as who came in by them is', () => {
    const { epochs, enter } = held()
    const exported = secret()
    enter(6)
    epochs.enter(7, exported)
    const [first, rank] = [epochs.find(7), epochs.sending?.rank]
    vi.advanceTimersByTime(EPOCH_GRACE_MS - 1)
    epochs.enter(7, Uint8Array.from(exported))
    expect(epochs.find(7)).toBe(first)
    expect([epochs.sending, epochs.sending?.rank]).toEqual([first, rank])
    vi.advanceTimersByTime(EPOCH_GRACE_MS)
    expect(epochs.find(7)).toBe(first)
    expect(epochs.find(6)).toBe('refused')
    // Another secret is another epoch.
    expect(enter(7)).not.toBe(first)
    epochs.enter(7, exported)
    expect(epochs.find(7)).not.toBe(first)
  })

  test('are awaited where they are later than all that is known, and never come under any other key id', () => {
    const { enter, answers } = held()
    expect(answers(1, 3)).toEqual(['awaited', 'awaited'])
    enter(5)
    expect(answers(6, Number.MAX_SAFE_INTEGER, 4, 1)).toEqual(['awaited', 'awaited', 'refused', 'refused'])
    expect(answers(2n ** 53n, 2n ** 64n - 1n)).toEqual(['refused', 'refused'])
  })

  test('are of so many epochs at most', () => {
    const { enter, answers } = held()
    enter(...Array.from({ length: MAX_HELD_EPOCHS + 1 }, (_, index) => index + 1))
    expect(answers(1, 2, MAX_HELD_EPOCHS + 1)).toEqual(['refused', 2, MAX_HELD_EPOCHS + 1])
  })

  test.each([0, -1, 1.5, 2 ** 53])('%s is no epoch', (number) => {
    expect(() => held().enter(number)).toThrow(RangeError)
  })
})

describe('K26 the keys of the link', () => {
  test('are used by nobody before it is known which keys are', () => {
    const { epochs, enter, answers } = held(null)
    enter(1)
    expect(epochs.sending).toBeNull()
    expect(answers(LINK_KEY_ID, 1)).toEqual(['awaited', 'awaited'])
    epochs.use('link', true)
    expect(epochs.sending?.keyId).toBe(LINK_KEY_ID)
    expect(answers(LINK_KEY_ID, 1)).toEqual([LINK_KEY_ID, 1])
  })

  test('are not taken in a group that one comes into, but by who goes over to it from them, for a while', () => {
    const { epochs, enter, answers } = held('group')
    enter(1)
    expect(answers(LINK_KEY_ID)).toEqual(['awaited'])
    epochs.use('link', true)
    expect(answers(LINK_KEY_ID)).toEqual([LINK_KEY_ID])
    epochs.use('group', false)
    expect(epochs.sending?.keyId).toBe(1)
    vi.advanceTimersByTime(LINK_GRACE_MS - 1)
    // Said once more, it lasts no longer.
    epochs.use('group', false)
    expect(answers(LINK_KEY_ID)).toEqual([LINK_KEY_ID])
    vi.advanceTimersByTime(1)
    expect(answers(LINK_KEY_ID)).toEqual(['awaited'])
  })

  test('are taken beside the group’s for as long as somebody may still send by them', () => {
    const { epochs, enter, answers } = held(null)
    epochs.use('group', true)
    enter(1)
    expect(epochs.sending?.keyId).toBe(1)
    vi.advanceTimersByTime(LINK_GRACE_MS)
    expect(answers(LINK_KEY_ID)).toEqual([LINK_KEY_ID])
    epochs.use('group', false)
    vi.advanceTimersByTime(LINK_GRACE_MS - 1)
    expect(answers(LINK_KEY_ID)).toEqual([LINK_KEY_ID])
    vi.advanceTimersByTime(1)
    expect(answers(LINK_KEY_ID)).toEqual(['awaited'])
  })

  test('are taken for as long as they are used, if somebody goes back to them meanwhile', () => {
    const { epochs, answers } = held('link')
    epochs.use('group', false)
    vi.advanceTimersByTime(LINK_GRACE_MS - 1)
    epochs.use('link', true)
    vi.advanceTimersByTime(LINK_GRACE_MS)
    expect(answers(LINK_KEY_ID)).toEqual([LINK_KEY_ID])
  })
})
