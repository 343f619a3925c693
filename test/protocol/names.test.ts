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
    'a\u200bb',
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
