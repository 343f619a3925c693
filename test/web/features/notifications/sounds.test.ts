import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { PeerId } from '../../../../protocol/ids.ts'
import type { RoomNotification } from '../../../../web/features/notifications/room-notifications.ts'
import { SoundBudget } from '../../../../web/features/notifications/sound-budget.ts'
import { SOUNDS } from '../../../../web/features/notifications/sounds.ts'

const id = (name: string): PeerId => v.parse(PeerId, `${name.toLowerCase()}-12345678`)
const by = (name: string, what: 'arrival' | 'hand' | 'knock'): RoomNotification => ({
  what,
  who: id(name),
  name,
})
const written = (name: string): RoomNotification => ({ what: 'message', who: id(name), name, alone: false })

describe('the budget of sounds', () => {
  test('lets different things sound a second apart, and like ones three', () => {
    const budget = new SoundBudget()
    expect(budget.allows(by('Ada', 'arrival'), 3, 0)).toBe(true)
    expect(budget.allows(written('Ben'), 3, 500)).toBe(false)
    expect(budget.allows(written('Ben'), 3, 1_000)).toBe(true)
    expect(budget.allows(written('Cy'), 3, 3_900)).toBe(false)
    expect(budget.allows(written('Cy'), 3, 4_000)).toBe(true)
  })

  test('lets nobody make a room beep, whatever they do', () => {
    const budget = new SoundBudget()
    const heard = Array.from({ length: 600 }, (_, index) =>
      budget.allows(index % 2 === 0 ? written('Eve') : by('Eve', 'hand'), 3, index * 100),
    )
    expect(heard.filter(Boolean)).toHaveLength(3)
    expect(budget.allows(written('Ben'), 3, 60_000)).toBe(true)
  })

  test('nor by coming and going under other names', () => {
    const budget = new SoundBudget()
    const heard = Array.from({ length: 600 }, (_, index) =>
      budget.allows(by(`Eve${index}`, 'arrival'), 3, index * 100),
    )
    expect(heard.filter(Boolean)).toHaveLength(10)
  })

  test('keeps still when people come to a large room, and never about the end', () => {
    const budget = new SoundBudget()
    expect(budget.allows(by('Ada', 'arrival'), 13, 0)).toBe(false)
    expect(budget.allows(by('Ada', 'knock'), 13, 0)).toBe(true)
    expect(budget.allows({ what: 'ended' }, 13, 1)).toBe(true)
  })
})

test('each sound is like no other, and over within a second', () => {
  const all = Object.values(SOUNDS)
  expect(new Set(all.map((sound) => JSON.stringify(sound))).size).toBe(5)
  for (const { notes } of all)
    for (const { at, lasts } of notes) {
      expect(at + lasts).toBeLessThan(1)
      expect(lasts).toBeGreaterThan(0.1)
    }
})
