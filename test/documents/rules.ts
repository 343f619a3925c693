import { readDocument } from './read-document.ts'

/** The rules of PROTOCOL.md by their ids: items of lists that begin with the id, each as one line of text, tables left out. */
function rulesOf(markdown: string): readonly (readonly [id: string, text: string])[] {
  return [...markdown.matchAll(/^- \*\*([A-Z]\d+)\*\* (.*(?:\n {2}.*)*)/gm)].map(
    ([, id = '', text = '']) => [id, text.replace(/\s+/g, ' ')] as const,
  )
}

export const PROTOCOL = readDocument('PROTOCOL.md')
export const RULES = rulesOf(PROTOCOL)
