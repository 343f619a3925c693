import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { NewcomersLine } from '../../../../web/core/encryption/group/keeper/newcomers-line.ts'
import { COME_TOGETHER } from '../../../../web/core/encryption/group/keeper/turns.ts'
import { newStay, type Stay } from '../../../../web/core/encryption/stay.ts'

const PATIENCE_MS = 1_000
/** The lowest comes first. */
const STAYS: readonly Stay[] = Array.from({ length: 40 }, newStay).toSorted()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Who is at that place in line, and what they see of it. */
function waiting(place: number) {
  const here = new Set(STAYS)
  const own = STAYS[place]
  if (own === undefined) throw new Error('nobody is there')
  const line = new NewcomersLine(own, () => here, PATIENCE_MS)
  const state = { waits: true, hasTurn: false }
  line.begin()
  const begin = (): void => {
    void line
      .turn(() => state.waits)
      .then(() => {
        state.hasTurn = true
      })
  }
  const hasTurn = async (afterMs = 0): Promise<boolean> => {
    await vi.advanceTimersByTimeAsync(afterMs)
    return state.hasTurn
  }
  const comes = (stay: Stay | undefined): void => line.moved(stay ?? null)
  return { line, here, state, begin, hasTurn, comes }
}

describe('K36 the line of those who come into a group', () => {
  test('the first ones try at once, and the next one when one of them is in', async () => {
    const last = waiting(COME_TOGETHER - 1)
    last.begin()
    expect(await last.hasTurn()).toBe(true)
    const next = waiting(COME_TOGETHER)
    next.begin()
    expect(await next.hasTurn(PATIENCE_MS / 2)).toBe(false)
    next.comes(STAYS.at(-1))
    expect(await next.hasTurn()).toBe(false)
    next.comes(STAYS[1])
    expect(await next.hasTurn()).toBe(true)
  })

  test('who is in as the description says, or leaves, is waited for by nobody', async () => {
    const one = waiting(5)
    one.line.know(STAYS.slice(0, 3))
    one.begin()
    expect(await one.hasTurn()).toBe(one.line.isOurTurn)
    const other = waiting(COME_TOGETHER)
    other.begin()
    other.here.delete(STAYS[0] ?? newStay())
    expect(await other.hasTurn()).toBe(false)
    other.line.look()
    expect(await other.hasTurn()).toBe(true)
  })

  test('who does not come when it is their turn is passed over, at first after a while, then many at once', async () => {
    const { begin, hasTurn } = waiting(COME_TOGETHER + 1 + 4 * COME_TOGETHER)
    begin()
    expect(await hasTurn(PATIENCE_MS - 1)).toBe(false)
    // The first who are passed over are as many as try at once, then four times as many.
    expect(await hasTurn(1)).toBe(false)
    expect(await hasTurn(PATIENCE_MS - 1)).toBe(false)
    expect(await hasTurn(1)).toBe(true)
  })

  test('nobody is passed over while others come in, at however slow a pace', async () => {
    const { begin, hasTurn, comes } = waiting(STAYS.length - 1)
    begin()
    for (const stay of STAYS.slice(0, 20)) {
      expect(await hasTurn(PATIENCE_MS - 1)).toBe(false)
      comes(stay)
    }
    // All are slow: one is more patient with them.
    expect(await hasTurn(3 * (PATIENCE_MS - 1) - 1)).toBe(false)
    comes(STAYS[20])
    for (const stay of STAYS.slice(21, -COME_TOGETHER)) comes(stay)
    expect(await hasTurn()).toBe(true)
  })

  test('a pace that somebody makes up holds up nobody for longer than five seconds', async () => {
    const { line, begin, hasTurn } = waiting(COME_TOGETHER)
    line.took(1_000_000)
    begin()
    expect(await hasTurn(4_999)).toBe(false)
    expect(await hasTurn(1)).toBe(true)
  })

  test('who was passed over is waited for again where the group is founded anew', async () => {
    const { line, begin, hasTurn, state } = waiting(COME_TOGETHER)
    begin()
    expect(await hasTurn(PATIENCE_MS)).toBe(true)
    expect(line.isOurTurn).toBe(true)
    line.begin()
    state.hasTurn = false
    begin()
    expect(await hasTurn(PATIENCE_MS - 1)).toBe(false)
  })

  test('whoever does not want to wait any more does not', async () => {
    const { line, begin, hasTurn, state } = waiting(9)
    begin()
    expect(await hasTurn(1)).toBe(false)
    state.waits = false
    line.look()
    expect(await hasTurn()).toBe(true)
    expect(line.isOurTurn).toBe(false)
  })
})
