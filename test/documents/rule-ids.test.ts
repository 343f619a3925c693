import { expect, test } from 'vitest'
import { filesEndingWith, readDocument } from './read-document.ts'
import { RULES as RULE_TEXTS } from './rules.ts'
import { titlesOf } from './test-titles.ts'

const RULES = RULE_TEXTS.map(([id]) => id)

/** Which rules the title of a test names. An id alone is none: a key of the keyboard may be called so. */
const idsIn = (title: string): readonly string[] => title.match(/(?<![\w%])[A-Z]\d{1,2}(?=\W)/g) ?? []

const TITLED = new Map(
  filesEndingWith('.test.ts', 'test').flatMap((file) =>
    titlesOf(readDocument(file)).flatMap((title) =>
      idsIn(title).map((id) => [id, `${file}: ${title}`] as const),
    ),
  ),
)

test('titles are read as they stand in tests', () => {
  const source = `
    test('R1 a title', async () => { expect(')').toBe("test('R2 no title')") })
    describe.each([['R3 of a row', 1], ['R4 of a row (', 2]] as const)('%s', () => {})
    test.runIf(existsSync('x'))(
      "R5 one on a line of its own, isn't it", // R6
      () => {},
    )
    test.for<string>(ROWS)(\`R7 \${row}\`, () => {})
    const latest = pick.test('R8 is another method')
  `
  expect(titlesOf(source).flatMap(idsIn)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R7'])
})

test('a rule of PROTOCOL.md has an id of its own', () => {
  expect(RULES.length).toBeGreaterThan(100)
  expect(RULES.filter((id, index) => RULES.indexOf(id) !== index)).toEqual([])
})

test('the rules of a family stand in the order of their numbers', () => {
  const numbers = Map.groupBy(RULES, (id) => id[0])
  for (const [family, ids] of numbers) {
    const order = ids.map((id) => Number(id.slice(1)))
    expect(order, `family ${family}`).toEqual(order.toSorted((a, b) => a - b))
  }
})

test('each rule of PROTOCOL.md is held by a test that names it in its title', () => {
  expect(RULES.filter((id) => !TITLED.has(id))).toEqual([])
})

test('each id in a title is that of a rule', () => {
  expect([...TITLED].filter(([id]) => !RULES.includes(id))).toEqual([])
})

/** Rules as comments and documents name them: in brackets, one or several. */
const inBrackets = (text: string): readonly string[] =>
  [...text.matchAll(/\(\[?(?:\*\*)?((?:[A-Z]\d{1,2}(?:\*\*)?(?:, | and | to )?(?:\*\*)?)+)[\])]/g)].flatMap(
    ([, ids = '']) => ids.match(/[A-Z]\d+/g) ?? [],
  )

test('rules are read as they stand in brackets', () => {
  expect(inBrackets('so (R1), ([N17 to N21](PROTOCOL.md)), (**X7**, J1) (H264) (A4 paper) f(B2)')).toEqual([
    'R1',
    'N17',
    'N21',
    'X7',
    'J1',
    'B2',
  ])
})

test.each(['.ts', '.tsx', '.mjs', '.md'])('each rule that is named in a file of %s is one', (ending) => {
  const named = filesEndingWith(ending).flatMap((file) =>
    inBrackets(readDocument(file)).map((id) => `${file}: ${id}`),
  )
  const ours = named.filter((each) => !each.startsWith('test/documents/'))
  expect(ours.filter((each) => !RULES.includes(each.split(': ')[1] ?? ''))).toEqual([])
})
