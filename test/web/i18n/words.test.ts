import { describe, expect, test } from 'vitest'
import { LANGUAGES, preferredLanguage } from '../../../web/i18n/languages.ts'
import { LANGUAGE_TAGS, type Language } from '../../../web/settings/language-tags.ts'
import { sharedLink } from '../../../worker/http/shared-link.ts'
import { AS_IN_ENGLISH, AVOIDED } from './word-choices.ts'

/** One thing that a dictionary says: a sentence, or one with places to fill. */
type Saying = string | ((...filling: unknown[]) => unknown)

/** How many places each sentence has, by its path. */
function places(words: unknown, path = ''): readonly string[] {
  if (typeof words === 'function') return [`${path}: ${words.length}`]
  if (typeof words !== 'object' || words === null) return [path]
  return Object.entries(words).flatMap(([key, value]) => places(value, `${path}.${key}`))
}

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

const takesNames = (path: string): boolean =>
  /^arrivals\.|\.raised$|\.keyNews\.(putOut|putOutByLink|arrived)$/.test(path)

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
/** All that a language says, whenever it is loaded. */
const allOf = async (tag: Language) => ({
  ...(await LANGUAGES[tag].load()),
  atHome: await LANGUAGES[tag].loadAtHome(),
  further: await LANGUAGES[tag].loadFurther(),
})

for (const tag of LANGUAGE_TAGS) dictionaries.set(tag, sayings(await allOf(tag)))

function said(tag: Language): ReadonlyMap<string, Saying> {
  const found = dictionaries.get(tag)
  if (!found) throw new Error(`no dictionary of ${tag}`)
  return found
}

describe.each(LANGUAGE_TAGS)('%s', (tag) => {
  const all = [...said(tag)]

  test('says everything that English says, and nothing else', async () => {
    expect(all.length).toBeGreaterThan(250)
    const english = places(await allOf('en'))
    expect([...places(await allOf(tag))].sort()).toEqual([...english].sort())
  })

  test('names whom English names', () => {
    for (const [path, saying] of said('en')) {
      const translated = filled(path, said(tag).get(path) ?? '')
      for (const [at, sentence] of filled(path, saying).entries())
        for (const name of ['Ada', 'Omar'])
          if (sentence.includes(name)) expect(translated[at], path).toContain(name)
    }
  })

  test('does without the words that read wrongly', () => {
    for (const [path, saying] of all)
      for (const sentence of filled(path, saying))
        for (const [word, why] of AVOIDED[tag]) expect(sentence, `${path}: ${why}`).not.toMatch(word)
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

  test('says which rooms whoever lends a machine could listen to, and which are encrypted end to end', async () => {
    const { swarm } = await LANGUAGES[tag].loadFurther()
    expect(swarm.listens).toMatch(/end.to.end|bout en bout|Ende-zu-Ende|extremo a extremo/)
    expect(swarm.lend).not.toMatch(/never|jamais|mai |nie,|nunca/)
  })

  test('shows of a shared link to the page what the page says first', async () => {
    const { home } = await LANGUAGES[tag].loadAtHome()
    expect(sharedLink(new URL('https://meet.example.org/'), tag).description).toBe(home.lead)
  })

  test('puts what it is given into the sentence, and counts', async () => {
    const words = await LANGUAGES[tag].load()
    expect(words.after.left.title('salon')).toContain('salon')
    expect((await LANGUAGES[tag].loadAtHome()).badName.text('a/b')).toContain('a/b')
    expect(words.more.people(1)).not.toBe(words.more.people(2).replace('2', '1'))
    expect(words.chat.unread(1)).not.toBe(words.chat.unread(2).replace('2', '1'))
    expect(words.arrivals.arrived(['Ada', 'Omar'])).toMatch(/Ada.*Omar/)
    expect(words.arrivals.gone(['Ada', 'Omar', 'Lou'])).toContain('3')
  })
})

test.each(['de', 'es', 'fr', 'it'] as const)('%s is no copy of English', (tag) => {
  const english = said('en')
  const same = [...said(tag)].filter(
    ([path, saying]) => filled(path, saying).join() === filled(path, english.get(path) ?? '').join(),
  )
  expect(same.map(([path]) => path).sort()).toEqual([...AS_IN_ENGLISH[tag]].sort())
})

test('Italian buttons say what to do, to one person', () => {
  for (const [path, saying] of said('it'))
    for (const sentence of filled(path, saying))
      expect(sentence, path).not.toMatch(/^(?!Software|Tastiere)(Far|\p{L}+[aei]r(e|si))\b/u)
})

test.each([
  ['de', '„', '“'],
  ['en', '“', '”'],
  ['es', '«', '»'],
  ['fr', '«', '»'],
  ['it', '«', '»'],
] as const)('%s quotes with %s and %s', (tag, opening, closing) => {
  for (const [path, saying] of said(tag))
    for (const sentence of filled(path, saying)) {
      const marks = sentence.match(/[„“”«»]/g) ?? []
      expect(marks, path).toEqual(marks.map((_, at) => (at % 2 === 0 ? opening : closing)))
    }
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
