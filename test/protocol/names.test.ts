import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { DisplayName, tidyDisplayName } from '../../protocol/display-name.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { DISPLAY_NAME_MAX_LENGTH, ROOM_NAME_MAX_LENGTH } from '../../protocol/limits.ts'
import { normaliseRoomName, RoomName } from '../../protocol/room-name.ts'

describe('a room’s name', () => {
  test.each([
    ['salon-du-jeudi', 'salon-du-jeudi'],
    ['Salon du Jeudi', 'salon-du-jeudi'],
    ['  salon_du   jeudi ', 'salon-du-jeudi'],
    ['-salon-', 'salon'],
    ['CAFE\u0301', 'café'],
    ['École', 'école'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['会議室', '会議室'],
    ['a--b', 'a--b'],
    ['2026', '2026'],
    ['x'.repeat(ROOM_NAME_MAX_LENGTH), 'x'.repeat(ROOM_NAME_MAX_LENGTH)],
    ['a\u200bb', 'ab'],
    ['sa\u00adlon', 'salon'],
    ['sa\u2060lon\ufeff', 'salon'],
    ['می\u200cخواهم', 'میخواهم'],
    ['می‌خواهم جلسه', 'میخواهم-جلسه'],
    ['क्\u200dष', 'क्ष'],
    ['हिन्दी बैठक', 'हिन्दी-बैठक'],
    ['a\u2011b', 'a-b'],
    ['a\u2013b\u2014c\u2212d', 'a-b-c-d'],
    ['İSTANBUL', 'istanbul'],
    ['ISPARTA', 'isparta'],
    ['ısparta', 'isparta'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['σοφοσ', 'σοφος'],
    ['ＳＡＬＯＮ', 'salon'],
    ['ﬁn', 'fin'],
    ['葛\u{e0100}城', '葛城'],
    ['a\ufe0fb', 'ab'],
    ['a\u00a0b', 'a-b'],
    ['a\u0007b', 'ab'],
  ])('%j becomes %j, and stays it', (raw, name) => {
    expect(normaliseRoomName(raw)).toBe(name)
    expect(normaliseRoomName(name)).toBe(name)
    expect(v.is(RoomName, name)).toBe(true)
  })

  test.each([
    '',
    '  ',
    '-',
    'a/b',
    'a.b',
    'a?b',
    '<b>',
    '\u200b',
    '\u0301',
    'a-\u0301',
    '\u064b',
    '\u20dd',
    '😀',
    'API',
    'healthz',
    'assets',
    'x'.repeat(65),
  ])('%j is none', (raw) => {
    expect(() => normaliseRoomName(raw)).toThrow(ProtocolError)
    expect(v.is(RoomName, raw)).toBe(false)
  })
})

test('J6 whatever letter or sign is written, the name that comes of it stays as it is', () => {
  const changes = (character: string): boolean =>
    [character.normalize('NFKC'), character.toLowerCase(), character.toUpperCase()].some(
      (other) => other !== character,
    )
  const unstable: string[] = []
  for (let point = 0; point <= 0x1ffff; point += 1) {
    const character = String.fromCodePoint(point)
    if (!/[\p{M}\p{Pd}\p{Cf}]/u.test(character) && !(/[\p{L}\p{Nd}]/u.test(character) && changes(character)))
      continue
    const name = nameOf(`i${character}i`)
    if (name !== null && nameOf(name) !== name) unstable.push(character)
    // Letters and digits are names by themselves, in whatever script.
    if (name === null && /^[\p{L}\p{M}\p{Nd}]+$/u.test(character.normalize('NFKC'))) unstable.push(character)
  }
  expect(unstable).toEqual([])
})

const nameOf = (raw: string): string | null => {
  try {
    return normaliseRoomName(raw)
  } catch (error) {
    if (error instanceof ProtocolError) return null
    throw error
  }
}

describe('a person’s name', () => {
  test.each([
    ['Ada', 'Ada'],
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Ada\u202eevil', 'Adaevil'],
    ['A\u200bd\u200da', 'Ad\u200da'],
    ['👩‍👧 famille', '👩‍👧 famille'],
    ['Ze\u0301', 'Zé'],
    ['a\nb\tc', 'abc'],
    ['x'.repeat(10_000), 'x'.repeat(DISPLAY_NAME_MAX_LENGTH)],
    ['\u2066\u2069', ''],
    ['Ada\u061c\u180e\u115f\u3164\uffa0\u034f', 'Ada'],
    ['\u200d', ''],
    ['e\u034f\u0301', 'é'],
    ['\ufe0f \u200d', ''],
    ['\u2800\u2800', ''],
    ['\u{e0041}\u{e0064}', ''],
    ['\u{e0001}Ada', 'Ada'],
    ['❤\ufe0f', '❤\ufe0f'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    [
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
    [`${'\u200d'.repeat(50)}Ada`, ''],
    [`${' \u200b'.repeat(5_000)}Ada`, 'Ada'],
  ])('J9 %j is shown as %j', (raw, shown) => {
    expect(tidyDisplayName(raw)).toBe(shown)
    expect(tidyDisplayName(shown)).toBe(shown)
  })

  test.each(['', ' Ada', 'Ada\u202e', 'x'.repeat(41), 'a  b'])('J9 the edge does not take %j', (name) => {
    expect(v.is(DisplayName, name)).toBe(false)
  })
})
