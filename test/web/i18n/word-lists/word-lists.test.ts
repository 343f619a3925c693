import { expect, test } from 'vitest'
import { foldWord, TELLING_LETTERS } from '../../../../web/i18n/word-lists/typed-words.ts'
import { loadWordList, WORD_LIST_LENGTH } from '../../../../web/i18n/word-lists/word-lists.ts'
import { LANGUAGE_TAGS } from '../../../../web/settings/language-tags.ts'

test.each(LANGUAGE_TAGS)('The list of %s has 2,048 words that nobody takes for one another', async (tag) => {
  const words = await loadWordList(tag)
  expect(words).toHaveLength(WORD_LIST_LENGTH)
  expect(words.filter((word) => word !== word.normalize('NFC'))).toEqual([])
  const folded = words.map(foldWord)
  // Typed without accents and by its first letters alone, each is still itself.
  expect(folded.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([])
  expect(new Set(folded).size).toBe(WORD_LIST_LENGTH)
  expect(new Set(folded.map((word) => word.slice(0, TELLING_LETTERS))).size).toBe(WORD_LIST_LENGTH)
})

/** All that differs from a word by one letter more, less or other, or by two that changed places. */
function* neighbours(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after !== '') yield before + after.slice(1)
    if (after.length > 1) yield `${before}${after[1]}${after[0]}${after.slice(2)}`
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      yield before + letter + after
      if (after !== '') yield before + letter + after.slice(1)
    }
  }
}

test('German words have 4 to 8 plain letters, stand in order, and no two are one letter from each other', async () => {
  const words = await loadWordList('de')
  expect(words.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([])
  expect(words).toEqual([...words].sort())
  const all = new Set(words)
  const twins = words.flatMap((word) =>
    [...neighbours(word)]
      .filter((other) => other !== word && all.has(other))
      .map((other) => `${word} ${other}`),
  )
  expect(twins).toEqual([])
})
