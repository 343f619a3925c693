import { expect, test } from 'vitest'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { randomRoomName } from '../../../web/app/home/random-room-name.ts'

test('names are two words of three open syllables, and already normal', () => {
  for (let i = 0; i < 2_000; i++) {
    const name = randomRoomName()
    expect(name).toMatch(/^(?:[bdfgjklmnprstvz][aeiou]){3}-(?:[bdfgjklmnprstvz][aeiou]){3}$/)
    expect(normaliseRoomName(name)).toBe(name)
  }
})

test('names do not come twice', () => {
  const names = new Set(Array.from({ length: 2_000 }, () => randomRoomName()))
  expect(names.size).toBe(2_000)
})

test('an awkward sound is drawn again', () => {
  // The first draws spell “nazi…”; what follows spells “bababa-bababa”.
  const draws = [8, 0, 14, 2, 0, 0]
  const name = randomRoomName(() => draws.shift() ?? 0)
  expect(name).toBe('bababa-bababa')
})
