import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** What is made, fetched or kept beside the checkout. */
const NOT_OURS = /(^|\/)(node_modules|\.git|\.cache|data|dist|test-results|bench-results)(\/|$)/

/** Every file of the checkout whose name ends so, by its path from the root. */
export function filesEndingWith(ending: string, folder = '.'): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (NOT_OURS.test(file)) return []
    if (entry.isDirectory()) return filesEndingWith(ending, file)
    return file.endsWith(ending) ? [file] : []
  })
}

export const readDocument = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

/** A line of a Markdown file, and whether it is code: fenced, or indented by four blanks outside of a list. */
export interface Line {
  readonly text: string
  readonly isCode: boolean
}

export function linesOf(markdown: string): readonly Line[] {
  let isFenced = false
  return markdown.split('\n').map((text) => {
    const isFence = text.startsWith('```')
    if (isFence) isFenced = !isFenced
    return { text, isCode: isFenced || isFence || /^(\t| {4})/.test(text) }
  })
}
