import { describe, expect, test } from 'vitest'
import { choosableKey } from '../../../../web/features/push-to-talk/choosable-key.ts'
import { talkKeyName } from '../../../../web/features/push-to-talk/talk-key-name.ts'
import { en } from '../../../../web/i18n/en.ts'
import { fr } from '../../../../web/i18n/fr.ts'
import { readSettings } from '../../../../web/settings/settings-schema.ts'
import { isFunctionKey, SPACE_BAR } from '../../../../web/settings/talk-key.ts'

describe('choosing', () => {
  test.each([
    ['the space bar', { code: 'Space', key: ' ' }, 'Space', 'Espace'],
    ['a function key', { code: 'F8', key: 'F8' }, 'F8', 'F8'],
    ['a letter, as it is printed on it', { code: 'KeyQ', key: 'a' }, 'A', 'A'],
    [
      'a modifier that is there twice',
      { code: 'ControlRight', key: 'Control' },
      'Right Control',
      'Control droite',
    ],
    ['a key beside the letters', { code: 'Pause', key: 'Pause' }, 'Pause', 'Pause'],
  ])('takes %s', (_what, press, english, french) => {
    const key = choosableKey(press)
    if (!key) throw new Error('it was not taken')
    expect(talkKeyName(key, en)).toBe(english)
    expect(talkKeyName(key, fr)).toBe(french)
    expect(readSettings(JSON.stringify({ talkKey: key })).talkKey).toEqual(key)
  })

  test.each([
    ['moves the focus', { code: 'Tab', key: 'Tab' }],
    ['presses', { code: 'Enter', key: 'Enter' }],
    ['scrolls', { code: 'ArrowDown', key: 'ArrowDown' }],
    ['is the system’s', { code: 'MetaLeft', key: 'Meta' }],
    ['stays down', { code: 'CapsLock', key: 'CapsLock' }],
    ['is a shortcut', { code: 'KeyM', key: 'm' }],
    ['is one by its place', { code: 'KeyM', key: 'ь' }],
    ['is a shortcut with Shift', { code: 'Slash', key: '?' }],
    ['has no place', { code: '', key: 'a' }],
    ['waits for another', { code: 'BracketLeft', key: 'Dead' }],
  ])('refuses a key that %s', (_what, press) => {
    expect(choosableKey(press)).toBeNull()
  })
})

test.each([
  ['F1', true],
  ['F24', true],
  ['KeyF', false],
  ['Space', false],
])('%s writes nothing: %s', (code, expected) => {
  expect(isFunctionKey({ code, label: code })).toBe(expected)
})

test.each([
  [{ code: '../../../', label: 'x' }],
  [{ code: 'F8' }],
  [{ code: 'F8', label: '' }],
  ['F8'],
  [null],
])('of garbage such as %j the space bar is remembered', (talkKey) => {
  expect(readSettings(JSON.stringify({ talkKey })).talkKey).toEqual(SPACE_BAR)
})
