/**
 * The titles of the tests in a file: what `test`, `it` or `describe` is called with first, and the texts of the tables of `.each`,
 * of which titles are made. TypeScript's parser has no interface for programs any more (7.0), so this reads as much as it has to:
 * strings, comments and brackets.
 */
export function titlesOf(source: string): readonly string[] {
  return [...source.matchAll(/(?<![\w.])(?:test|it|describe)\b/g)].flatMap((match) =>
    titlesOfCall(source, match.index + match[0].length),
  )
}

/** From behind `test`: over `.each`, `<…>` and `(table)`, to the call with the title. */
function titlesOfCall(source: string, start: number): readonly string[] {
  const texts: string[] = []
  let at = start
  for (;;) {
    const rest = source.slice(at)
    const name = /^\s*\.\w+/.exec(rest) ?? /^<[^>()]*>/.exec(rest)
    if (name !== null) at += name[0].length
    else if (source[at] === '(') {
      const end = endOfBrackets(source, at)
      const title = /^\(\s*(['"`])/.exec(source.slice(at, end))
      if (title !== null) return [...texts, firstString(source, at + title[0].length - 1)]
      texts.push(...stringsIn(source.slice(at, end)))
      at = end
    } else return []
  }
}

const STRING = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/
/** What holds brackets that count for nothing: strings and comments. */
const OPAQUE = new RegExp(`${STRING.source}|//.*|/\\*[^]*?\\*/`, 'y')

const firstString = (source: string, at: number): string =>
  STRING.exec(source.slice(at))?.[0].slice(1, -1) ?? ''

const stringsIn = (part: string): readonly string[] =>
  [...part.matchAll(new RegExp(STRING.source, 'g'))].map(([text]) => text.slice(1, -1))

/** Where the bracket that opens at `at` is closed, plus one. */
function endOfBrackets(source: string, at: number): number {
  let depth = 0
  for (let i = at; i < source.length; i += 1) {
    OPAQUE.lastIndex = i
    const opaque = OPAQUE.exec(source)
    if (opaque !== null) {
      i += opaque[0].length - 1
      continue
    }
    const char = source[i] ?? ''
    if ('([{'.includes(char)) depth += 1
    if (')]}'.includes(char)) depth -= 1
    if (depth === 0) return i + 1
  }
  return source.length
}
