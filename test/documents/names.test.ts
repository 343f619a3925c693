import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesEndingWith, ROOT, readDocument } from './read-document.ts'

/** Documents that say where something is, by paths from the root. */
const MAPS = ['ARCHITECTURE.md', 'GLOSSARY.md', 'CONTRIBUTING.md', 'SECURITY.md']

/** What stands in backticks and begins with a folder of the root. */
const pathsIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/`((?:protocol|worker|sfu-node|web|scripts|test|bench|docs)\/[^`\s*…]*)`/g)].map(
    ([, named = '']) => named,
  )

test.each(MAPS)('%s names files and folders that there are', (file) => {
  const named = pathsIn(readDocument(file))
  expect(named.filter((each) => !existsSync(path.join(ROOT, each)))).toEqual([])
})

/** The lines of a walk: a file, and what in it the walk comes through. */
const HOPS = [...readDocument('ARCHITECTURE.md').matchAll(/```walk\n(.*?)```/gs)]
  .flatMap(([, walk = '']) => walk.trim().split('\n'))
  .map((line) => line.split(/\s{2,}/))

describe('the walks of ARCHITECTURE.md', () => {
  test('are there', () => {
    expect(HOPS.length).toBeGreaterThan(30)
  })

  test.each(HOPS)('come through %s: %s', (file = '', name = '') => {
    expect(readDocument(file)).toMatch(new RegExp(`\\b${name}\\b`))
  })
})

/** What the arrows of the diagrams are called by: messages, inputs, effects, operations, calls. */
const ARROWS = [...readDocument('ARCHITECTURE.md').matchAll(/^ {2}\w+--?>>\w+: (.*)$/gm)].map(
  ([, said = '']) => said,
)

test('the diagrams of ARCHITECTURE.md call what is said as the code does', () => {
  const words = ARROWS.flatMap((said) => said.match(/[a-z]+(?:-[a-z]+)+/g) ?? [])
  const code = [
    'worker/room/core/inputs.ts',
    'worker/room/core/effects.ts',
    'protocol/page-edge/events.ts',
    'protocol/page-edge/requests.ts',
    'protocol/node-edge/requests.ts',
  ].map(readDocument)
  expect(words.length).toBeGreaterThan(10)
  expect(words.filter((word) => !code.some((text) => text.includes(`'${word}'`)))).toEqual([])
})

test('the table of test projects has each project, and each folder of tests', () => {
  const [, section = ''] = readDocument('ARCHITECTURE.md').split('\n## test/\n')
  const rows = [...section.matchAll(/^\| `(\w+)` +\| (.*?) +\|/gm)].map(
    ([, project = '', folders = '']) => [project, folders.match(/\w+/g) ?? []] as const,
  )
  const projects = [...readDocument('vitest.config.ts').matchAll(/name: '(\w+)'/g)].map(([, name]) => name)
  expect([...new Set(rows.map(([project]) => project))].toSorted()).toEqual(projects.toSorted())
  const withTests = filesEndingWith('.test.ts', 'test').map((file) => file.split('/')[1])
  expect([...new Set(rows.flatMap(([, folders]) => folders))].toSorted()).toEqual(
    [...new Set(withTests)].toSorted(),
  )
})

test.each(MAPS)('%s calls types, functions and constants as the code does', (file) => {
  const named = [
    ...readDocument(file).matchAll(/`([A-Z]?[a-z]+[A-Z]\w+|[A-Z][a-z]\w+|[A-Z]{2,}(?:_[A-Z]+)*)`/g),
  ].map(([, name = '']) => name)
  const code = ['.ts', '.tsx', '.mjs', '.toml']
    .flatMap((ending) => filesEndingWith(ending).map(readDocument))
    .join('\n')
  expect(named.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([])
})
