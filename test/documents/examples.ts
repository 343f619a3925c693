import { readJson } from '../../protocol/reading.ts'

/** The JSON values of a text that has one after the other: each begins at the margin, where only its end may stand as well. */
const jsonValuesIn = (text: string): readonly unknown[] => text.split(/\n(?![ }\]])/).map(readJson)

/** The blocks of JSON under a heading, each with the line of text before it. */
export function jsonBlocksUnder(
  markdown: string,
  heading: string,
): readonly { before: string; values: readonly unknown[] }[] {
  const [, rest = ''] = markdown.split(`\n### ${heading}\n`)
  const section = rest.split(/\n##/)[0] ?? ''
  return [...section.matchAll(/(?:^|\n)([^\n]*)\n+```json\n(.*?)\n```/gs)].map(
    ([, before = '', json = '']) => ({
      before,
      values: jsonValuesIn(json),
    }),
  )
}
