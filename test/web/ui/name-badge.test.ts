import { describe, expect, test } from 'vitest'
import { BADGE_GROUNDS, BADGE_INK, badgeGround, initials } from '../../../web/ui/name-badge.ts'
import { contrast } from './contrast.ts'

describe('initials', () => {
  test.each([
    ['Ada', 'A'],
    ['ada lovelace', 'AL'],
    ['Jean-Baptiste de la Fontaine', 'JF'],
    ['élodie', 'É'],
    ['e\u0301lodie', 'E\u0301'],
    ['2 bees', '2B'],
    ['2\ufe0f\u20e3 bees', '2\ufe0f\u20e3B'],
    ['山田 太郎', '山太'],
    ['👩‍🚀 Ada', '👩‍🚀A'],
    ['  ', ''],
  ])('%s: %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

describe('the ground of a name', () => {
  test.each(BADGE_GROUNDS.map((ground) => [ground]))('%s carries the ink with 4.5:1', (ground) => {
    expect(contrast(ground, BADGE_INK)).toBeGreaterThanOrEqual(4.5)
  })

  test('is the same each time, and all grounds are used about equally', () => {
    expect(badgeGround('Ada')).toBe(badgeGround('Ada'))
    const counts = new Map<string, number>()
    for (let i = 0; i < 4_000; i++) {
      const ground = badgeGround(`person ${i}`)
      counts.set(ground, (counts.get(ground) ?? 0) + 1)
    }
    expect(counts.size).toBe(BADGE_GROUNDS.length)
    for (const count of counts.values()) expect(count).toBeGreaterThan(300)
  })
})
