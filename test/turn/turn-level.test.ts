import { describe, expect, test } from 'vitest'
import type { TurnLevel } from '../../protocol/media/turn.ts'
import { stricter, turnLevel } from '../../worker/turn/turn-level.ts'

describe('what a budget lets through', () => {
  test.each<[number, number | null, TurnLevel]>([
    [0, null, 'all'],
    [Number.MAX_SAFE_INTEGER, null, 'all'],
    [0, 1_000, 'all'],
    [899, 1_000, 'all'],
    [900, 1_000, 'audio-only'],
    [999, 1_000, 'audio-only'],
    [1_000, 1_000, 'nothing'],
    [5_000, 1_000, 'nothing'],
  ])('M10 %d bytes of %s: %s', (bytes, budget, level) => {
    expect(turnLevel(bytes, budget)).toBe(level)
  })

  test.each<[TurnLevel, TurnLevel, TurnLevel]>([
    ['all', 'all', 'all'],
    ['all', 'audio-only', 'audio-only'],
    ['nothing', 'audio-only', 'nothing'],
    ['audio-only', 'nothing', 'nothing'],
  ])('M10 %s and %s together: %s', (room, month, both) => {
    expect(stricter(room, month)).toBe(both)
  })
})
