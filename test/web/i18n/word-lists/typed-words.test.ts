import { expect, test } from 'vitest'
import { TELLING_LETTERS, WordReader } from '../../../../web/i18n/word-lists/typed-words.ts'
import { loadWordLists } from '../../../../web/i18n/word-lists/word-lists.ts'
import { LANGUAGE_TAGS, type Language } from '../../../../web/settings/language-tags.ts'

const lists = await loadWordLists()
const reader = new WordReader(lists)
const meant = (text: string, first: 'en' | 'de' = 'en') =>
  reader.read(text, first).words.map(({ word }) => word)

/** All words of a list in sixes whose words are far from each other, as words are that chance draws. */
function sixes(language: Language): string[][] {
  const words = lists[language]
  const step = Math.ceil(words.length / 6)
  return words
    .slice(0, step)
    .map((_word, at) => words.filter((_other, place) => place % step === at))
    .filter((six) => six.length === 6)
}

test.each(LANGUAGE_TAGS)(
  'D14 each word of %s is read as it is said, and by its first letters',
  (language) => {
    const first = language === 'de' ? 'en' : 'de'
    for (const six of sixes(language)) {
      expect(reader.read(six.join(' '), first)).toMatchObject({
        language,
        words: six.map((word) => ({ word })),
      })
      const short = six.map((word) => word.slice(0, TELLING_LETTERS)).join(', ')
      // On a page of that language: a few sixes of Italian could be French by their first letters, and the page shows which it took.
      expect(reader.read(short, language)).toMatchObject({ language, words: six.map((word) => ({ word })) })
    }
  },
)

test('D14 case, accents, commas and numbers before the words do not matter', () => {
  const six = ['académie', 'abeille', 'adéquat', 'agréable', 'zèbre', 'zoologie']
  expect(meant('1. ACADÉMIE, 2. Abeille; adequat\nagréable  zebre/zoologie')).toEqual(six)
  expect(meant(six.join(' ').normalize('NFD'))).toEqual(six)
})

test('D14 the language is that of the words, whatever language the page speaks', () => {
  expect(reader.read('abbau abbild giraffe hamster tiger zypresse', 'en').language).toBe('de')
  expect(reader.read('zebra tiger hamster giraffe', 'de').language).toBe('de')
  expect(reader.read('', 'it')).toEqual({ language: 'it', words: [] })
})

test('What is no word is marked, and what may become one is not', () => {
  expect(reader.read('abandon aban aba qqqq add', 'en').words).toEqual([
    { typed: 'abandon', word: 'abandon', begun: true },
    { typed: 'aban', word: 'abandon', begun: true },
    { typed: 'aba', word: null, begun: true },
    { typed: 'qqqq', word: null, begun: false },
    { typed: 'add', word: 'add', begun: true },
  ])
  expect(meant('abandonnn')).toEqual([null])
})
