import { describe, expect, test } from 'vitest'
import { isComposing, shortcutKeyOf } from '../../../web/ui/keys.ts'

describe('the key of a shortcut', () => {
  test.each([
    ['English', { code: 'KeyM', key: 'm' }, 'M'],
    ['English, with Shift', { code: 'KeyM', key: 'M' }, 'M'],
    ['Russian', { code: 'KeyM', key: 'ь' }, 'M'],
    ['Ukrainian, with Shift', { code: 'KeyS', key: 'І' }, 'S'],
    ['Greek', { code: 'KeyV', key: 'ω' }, 'V'],
    ['Greek, where a letter looks Latin', { code: 'KeyO', key: 'ο' }, 'O'],
    ['Hebrew', { code: 'KeyC', key: 'ב' }, 'C'],
    ['Arabic, where a key writes two letters', { code: 'KeyB', key: 'لا' }, 'B'],
    ['Hindi, where a key writes a sign', { code: 'KeyF', key: 'ि' }, 'F'],
    ['Korean', { code: 'KeyM', key: 'ㅡ' }, 'M'],
    ['an input method', { code: 'KeyM', key: 'Process' }, 'M'],
    ['AZERTY: as printed', { code: 'Semicolon', key: 'm' }, 'M'],
    ['AZERTY: a comma stands where M does elsewhere', { code: 'KeyM', key: ',' }, ','],
    ['Dvorak: as printed', { code: 'KeyS', key: 'o' }, 'O'],
    ['Latin with a mark', { code: 'KeyL', key: 'ł' }, 'Ł'],
    ['the help in English', { code: 'Slash', key: '?' }, '?'],
    ['the help in Russian', { code: 'Digit7', key: '?' }, '?'],
    ['the help in Arabic', { code: 'Slash', key: '؟' }, '?'],
    ['a dead key', { code: 'KeyM', key: 'Dead' }, 'DEAD'],
    ['no letter', { code: 'F8', key: 'F8' }, 'F8'],
  ])('%s', (_layout, press, key) => {
    expect(shortcutKeyOf(press)).toBe(key)
  })
})

test.each([
  ['while a word is composed', { isComposing: true, keyCode: 229 }, true],
  ['WebKit, which ended it just before', { isComposing: false, keyCode: 229 }, true],
  ['while nothing is composed', { isComposing: false, keyCode: 13 }, false],
])('Enter is the input method’s: %s', (_when, press, composing) => {
  expect(isComposing(press)).toBe(composing)
})
