import { describe, expect, test } from 'vitest'
import { LANGUAGE_TAGS, LANGUAGES, preferredLanguage } from '../../web/words/languages.ts'

/** Something to put into every place that a sentence leaves open. */
const SAMPLES: readonly unknown[] = ['Ada', 2, ['Ada', 'Omar']]

/** All sentences of a dictionary under their paths; those with places filled with each sample they take. */
function sentences(words: unknown, path = ''): (readonly [string, string])[] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') {
    return SAMPLES.flatMap((sample) => {
      if ((path.includes('.arrivals.') || path.endsWith('.raised')) !== Array.isArray(sample)) return []
      const said: unknown = words(sample, 2)
      return typeof said === 'string' ? [[path, said] as const] : []
    })
  }
  if (typeof words !== 'object' || words === null) throw new Error(`${path} is no sentence`)
  return Object.entries(words).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`))
}

describe.each(LANGUAGE_TAGS)('%s', async (tag) => {
  const words = await LANGUAGES[tag].load()
  const all = sentences(words)

  test('says something everywhere, kindly', () => {
    expect(all.length).toBeGreaterThan(100)
    for (const [path, sentence] of all) {
      expect(sentence.trim(), path).not.toBe('')
      expect(sentence, path).not.toMatch(/!|undefined|null|\[object|NaN| {2}/)
    }
  })

  test('puts what it is given into the sentence', () => {
    expect(words.after.left.title('salon')).toContain('salon')
    expect(words.badName.text('a/b')).toContain('a/b')
    expect(words.before.room('salon')).toContain('salon')
    expect(words.more.people(1)).not.toBe(words.more.people(2).replace('2', '1'))
    expect(words.arrivals.arrived(['Ada', 'Omar'])).toMatch(/Ada.*Omar/)
    expect(words.arrivals.gone(['Ada', 'Omar', 'Lou'])).toContain('3')
  })
})

test('French has thin no-break spaces at its high punctuation, and curly apostrophes', async () => {
  for (const [path, sentence] of sentences(await LANGUAGES.fr.load())) {
    expect(sentence, path).not.toMatch(/(?<!\u202f)[:;?»](?!\/\/)|«(?!\u202f)|'/)
  }
})

test.each([
  [['fr-CA', 'en'], 'fr'],
  [['de', 'fr', 'en'], 'fr'],
  [['EN-gb'], 'en'],
  [['de'], 'en'],
  [[], 'en'],
])('browser languages %j: %s', (languages, expected) => {
  expect(preferredLanguage(languages)).toBe(expected)
})
