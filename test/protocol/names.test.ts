import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ProtocolError } from '../../protocol/errors.ts'
import { DISPLAY_NAME_MAX_LENGTH, ROOM_NAME_MAX_LENGTH } from '../../protocol/limits.ts'
import { DisplayName, tidyDisplayName, tidyLine } from '../../protocol/names/display-name.ts'
import { normaliseRoomName, RoomName, readTypedRoomName } from '../../protocol/names/room-name.ts'
import { draws } from '../support/draws.ts'

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
    ['二〇二六', '二〇二六'],
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

describe('a room’s name as somebody types it', () => {
  test.each([
    ['Réunion du C.A. — 12/10!', 'réunion-du-c-a-12-10'],
    ['Salon du Jeudi', 'salon-du-jeudi'],
    ['Team - Monday', 'team---monday'],
    ['l’équipe (2)', 'l-équipe-2'],
    ['R&D', 'r-d'],
    ['C++', 'c'],
    ['../../etc/passwd', 'etc-passwd'],
    ['🎉 fête 🎉', 'fête'],
    ['🏳️‍🌈 pride', 'pride'],
    ['half ½ empty', 'half-1-2-empty'],
    ['غرفة «الاجتماع»', 'غرفة-الاجتماع'],
    ['第3回・打ち合わせ', '第3回-打ち合わせ'],
    ['二〇二六年！', '二〇二六年'],
    ['ΟΣ.Α', 'ος-α'],
    ['a.\u0301b', 'a-b'],
    ['\u0301.a', 'a'],
    ['admin room!', 'admin-room'],
  ])('J11 %j becomes %j', (raw, name) => {
    expect(readTypedRoomName(raw)).toEqual({ is: 'name', name })
  })

  test.each([
    ['', { is: 'nothing' }],
    ['  ', { is: 'nothing' }],
    ['—', { is: 'nothing' }],
    ['🎉🎉', { is: 'nothing' }],
    ['\u0301', { is: 'nothing' }],
    ['\u202e\u200b', { is: 'nothing' }],
    ['Admin', { is: 'reserved', word: 'admin' }],
    ['/admin!', { is: 'reserved', word: 'admin' }],
    ['.well-known', { is: 'reserved', word: 'well-known' }],
    ['x'.repeat(65), { is: 'too-long' }],
    [`${'x!'.repeat(40)}`, { is: 'too-long' }],
    ['x'.repeat(1_000_000), { is: 'too-long' }],
  ])('J11 of %j we say why it is none', (raw, typed) => {
    expect(readTypedRoomName(raw)).toEqual(typed)
  })

  /** Whether what holds of every answer holds of this one. */
  function isSound(raw: string): boolean {
    const typed = readTypedRoomName(raw)
    const asBefore = nameOf(raw)
    // Every way of writing a name goes on meaning the same room.
    if (asBefore !== null) return typed.is === 'name' && typed.name === asBefore
    if (typed.is === 'nothing') return !/[\p{L}\p{Nd}]/u.test(raw.normalize('NFKC'))
    if (typed.is !== 'name') return true
    const again = readTypedRoomName(typed.name)
    return (
      v.is(RoomName, typed.name) &&
      [...typed.name].length <= ROOM_NAME_MAX_LENGTH &&
      !typed.name.includes('--') &&
      again.is === 'name' &&
      again.name === typed.name
    )
  }

  test('J11 whatever is between two letters, a name comes of it that stays as it is', () => {
    const unsound: string[] = []
    for (let point = 0; point <= 0x1ffff; point += 1) {
      const character = String.fromCodePoint(point)
      // Letters without any other look: one is like the other.
      if (/\p{Lo}/u.test(character) && character.normalize('NFKC') === character) continue
      const raw = `i${character}i!`
      if (!isSound(raw) || readTypedRoomName(raw).is !== 'name') unsound.push(raw)
    }
    expect(unsound).toEqual([])
  })

  test('J11 whatever is typed, it is a name that stays as it is, or we say why there is none', () => {
    const pool = [...'aZßİıΣςéе語한ि١7½〇ǅﷺ .,-—_/!?&\u0301\u0308\u20dd\u200d\u00ad\ufe0f\u202e\u00a0\n🎉👩·']
    const draw = draws(20_261_129)
    const unsound = Array.from({ length: 20_000 }, () =>
      Array.from({ length: Math.floor(draw() * 24) }, () => pool[Math.floor(draw() * pool.length)]).join(''),
    ).filter((raw) => !isSound(raw))
    expect(unsound).toEqual([])
  })
})

describe('a person’s name', () => {
  test.each([
    ['Ada', 'Ada'],
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Ada\u202eevil', 'Adaevil'],
    ['\ud83d Ada \udc69', 'Ada'],
    ['Ada 👩', 'Ada 👩'],
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

  test('J9 a line that is cut ends with a whole letter', () => {
    expect(tidyLine(`${'x'.repeat(2_047)}👩`)).toBe('x'.repeat(2_047))
  })

  test.each(['', ' Ada', 'Ada\u202e', 'Ada\ud83d', 'x'.repeat(41), 'a  b'])(
    'J9 the edge does not take %j',
    (name) => {
      expect(v.is(DisplayName, name)).toBe(false)
    },
  )
})
