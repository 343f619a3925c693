import { describe, expect, test } from 'vitest'
import { LANGUAGE_TAGS, LANGUAGES, type Language, preferredLanguage } from '../../web/words/languages.ts'

/** One thing that a dictionary says: a sentence, or one with places to fill. */
type Saying = string | ((...filling: unknown[]) => unknown)

/** All that a dictionary says, by its path. */
function sayings(words: unknown, path = ''): ReadonlyMap<string, Saying> {
  if (typeof words === 'string') return new Map([[path, words]])
  if (typeof words === 'function') return new Map([[path, (...filling) => words(...filling)]])
  if (typeof words !== 'object' || words === null) throw new Error(`${path} is no sentence`)
  const inner = Object.entries(words).flatMap(([key, value]) => [
    ...sayings(value, path === '' ? key : `${path}.${key}`),
  ])
  return new Map(inner)
}

const takesNames = (path: string): boolean => path.startsWith('arrivals.') || path.endsWith('.raised')

/** What fills the places of a sentence: numbers and names, one and several. */
const fillings = (path: string): readonly (readonly [unknown, unknown])[] =>
  takesNames(path)
    ? [
        [['Ada'], 1],
        [['Ada', 'Omar'], 1],
        [['Ada', 'Omar', 'Lou'], 1],
      ]
    : [
        [1, 4],
        [2, 4],
        [5, 9],
        ['Ada', 1],
        ['Omar', 2],
      ]

/** The sentence with its places filled, each time with something else. */
const filled = (path: string, saying: Saying): readonly string[] =>
  typeof saying === 'string' ? [saying] : fillings(path).map((filling) => String(saying(...filling)))

const dictionaries = new Map<Language, ReadonlyMap<string, Saying>>()
for (const tag of LANGUAGE_TAGS) dictionaries.set(tag, sayings(await LANGUAGES[tag].load()))

function said(tag: Language): ReadonlyMap<string, Saying> {
  const found = dictionaries.get(tag)
  if (!found) throw new Error(`no dictionary of ${tag}`)
  return found
}

describe.each(LANGUAGE_TAGS)('%s', (tag) => {
  const all = [...said(tag)]

  test('says everything that English says, and nothing else', () => {
    const kinds = (language: Language): string[] =>
      [...said(language)].map(([path, saying]) => `${path}: ${typeof saying}`).sort()
    expect(all.length).toBeGreaterThan(250)
    expect(kinds(tag)).toEqual(kinds('en'))
  })

  test('says something everywhere, kindly', () => {
    for (const [path, saying] of all) {
      for (const sentence of filled(path, saying)) {
        expect(sentence.trim(), path).not.toBe('')
        expect(sentence, path).not.toMatch(/[!¡]|\b(undefined|null|NaN)\b|\[object| {2}|\.\.\.|'|"/)
      }
    }
  })

  test('says something else about something else', () => {
    for (const [path, saying] of all) {
      if (typeof saying === 'string') continue
      const sentences = filled(path, saying)
      expect(new Set(sentences).size, path).toBe(sentences.length)
    }
  })

  test('says that whoever lends a machine could listen, as long as media is not encrypted end to end', async () => {
    const { swarm } = await LANGUAGES[tag].load()
    expect(swarm.listens).toMatch(/end.to.end|bout en bout|Ende-zu-Ende|extremo a extremo/)
    expect(swarm.lend).not.toMatch(/never|jamais|mai |nie,|nunca/)
  })

  test('puts what it is given into the sentence, and counts', async () => {
    const words = await LANGUAGES[tag].load()
    expect(words.after.left.title('salon')).toContain('salon')
    expect(words.badName.text('a/b')).toContain('a/b')
    expect(words.more.people(1)).not.toBe(words.more.people(2).replace('2', '1'))
    expect(words.chat.unread(1)).not.toBe(words.chat.unread(2).replace('2', '1'))
    expect(words.arrivals.arrived(['Ada', 'Omar'])).toMatch(/Ada.*Omar/)
    expect(words.arrivals.gone(['Ada', 'Omar', 'Lou'])).toContain('3')
  })
})

test.each(LANGUAGE_TAGS.filter((tag) => tag !== 'en'))('%s is no copy of English', (tag) => {
  const english = said('en')
  const same = [...said(tag)].filter(
    ([path, saying]) => typeof saying === 'string' && saying.length > 12 && saying === english.get(path),
  )
  expect(same.map(([path]) => path)).toEqual([])
})

test('French has thin no-break spaces at its high punctuation', () => {
  for (const [path, saying] of said('fr'))
    for (const sentence of filled(path, saying))
      expect(sentence, path).not.toMatch(/(?<!\u202f)[:;?»](?!\/\/)|«(?!\u202f)/)
})

test('German says „Sie“, and Spanish opens what it asks', () => {
  for (const [path, saying] of said('de'))
    for (const sentence of filled(path, saying))
      expect(sentence, path).not.toMatch(/\b(du|dein|dich|dir)\b/iu)
  for (const [path, saying] of said('es'))
    for (const sentence of filled(path, saying))
      expect(sentence.includes('?'), path).toBe(sentence.includes('¿'))
})

test.each<[string[], Language]>([
  [['fr-CA', 'en'], 'fr'],
  [['pt', 'fr', 'en'], 'fr'],
  [['EN-gb'], 'en'],
  [['de-AT'], 'de'],
  [['es-419'], 'es'],
  [['it'], 'it'],
  [['pt'], 'en'],
  [[], 'en'],
])('browser languages %j: %s', (languages, expected) => {
  expect(preferredLanguage(languages)).toBe(expected)
})
