import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesEndingWith, linesOf, ROOT, readDocument } from './read-document.ts'

const DOCUMENTS = filesEndingWith('.md')

/** What a heading is called in links, as forges make it: small letters, digits and dashes. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const anchorsOf = (file: string): ReadonlySet<string> =>
  new Set(
    linesOf(readDocument(file)).flatMap(({ text, isCode }) => {
      const [, heading] = isCode ? [] : (/^#+ (.*)$/.exec(text) ?? [])
      return heading === undefined ? [] : [anchorOf(heading)]
    }),
  )

/** The links of a document that lead to a file of the checkout. */
const linksOf = (file: string): readonly string[] => {
  const prose = linesOf(readDocument(file)).flatMap(({ text, isCode }) => (isCode ? [] : [text]))
  return [...prose.join('\n').matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]) =>
    link === undefined || /^[a-z]+:/.test(link) ? [] : [link],
  )
}

function problemOf(file: string, link: string): string | null {
  const [to = '', anchor] = link.split('#')
  const target = to === '' ? file : path.join(path.dirname(file), decodeURI(to))
  if (!existsSync(path.join(ROOT, target))) return `${link}: there is no ${target}`
  if (anchor === undefined) return null
  if (statSync(path.join(ROOT, target)).isDirectory()) return `${link}: a folder has no headings`
  return anchorsOf(target).has(anchor) ? null : `${link}: no heading of ${target} is called that`
}

test('the documents are found', () => {
  expect(DOCUMENTS).toEqual(
    expect.arrayContaining(['README.md', 'GLOSSARY.md', 'docs/operating.md', 'sfu-node/README.md']),
  )
})

describe.each(DOCUMENTS)('%s', (file) => {
  test('links to what there is, and to headings that there are', () => {
    expect(linksOf(file).flatMap((link) => problemOf(file, link) ?? [])).toEqual([])
  })

  test('wraps its prose at 100 characters', () => {
    const tooLong = linesOf(readDocument(file)).filter(
      ({ text, isCode }) => !isCode && !text.startsWith('|') && !text.startsWith('#') && text.length > 100,
    )
    expect(tooLong.map(({ text }) => text)).toEqual([])
  })
})

test('README.md fits on two screens', () => {
  expect(readDocument('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(80)
})
