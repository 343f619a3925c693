import { describe, expect, test } from 'vitest'
import { REPLAY_WINDOW, ReplayWindow } from '../../../../web/core/media/encryption/replay-window.ts'
import { draws } from '../../../support/draws.ts'

const SEED = 512

describe('K24 the replay window', () => {
  test('lets each frame in once, in whatever order they come', () => {
    const random = draws(SEED)
    const window = new ReplayWindow()
    const seen = new Set<number>()
    let newest = -1
    for (let round = 0; round < 20_000; round += 1) {
      const near = Math.max(0, newest + 20 - Math.floor(random() * (REPLAY_WINDOW + 60)))
      const counter = random() < 0.01 ? newest + Math.floor(random() * 2_000) + 1 : near
      const expected = counter > newest - REPLAY_WINDOW && !seen.has(counter)
      expect(window.admits(counter), `seed ${SEED}, round ${round}`).toBe(expected)
      if (!expected) continue
      window.note(counter)
      seen.add(counter)
      newest = Math.max(newest, counter)
    }
  })

  test('jumps as far as counters go', () => {
    const window = new ReplayWindow()
    window.note(3)
    window.note(Number.MAX_SAFE_INTEGER)
    expect(window.admits(Number.MAX_SAFE_INTEGER)).toBe(false)
    expect(window.admits(Number.MAX_SAFE_INTEGER - 1)).toBe(true)
    expect(window.admits(4)).toBe(false)
  })
})
