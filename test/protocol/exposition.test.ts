import { describe, expect, test } from 'vitest'
import { expose } from '../../protocol/http/exposition.ts'
import { readExposition } from '../support/exposition-grammar.ts'

const gauge = (help: string) => ({ type: 'gauge', help }) as const

test('the text is as the format’s page has it, to the letter', () => {
  const catalogue = {
    swarm_people: gauge('People now.'),
    swarm_joins_total: { type: 'counter', help: 'Joins, by outcome.' },
  } as const
  const readings = {
    swarm_people: 3,
    swarm_joins_total: [
      { labels: { outcome: 'welcome' }, value: 12 },
      { labels: { outcome: 'room-full', edge: 'a' }, value: 1 },
    ],
  }
  expect(expose(catalogue, readings)).toBe(
    [
      '# HELP swarm_people People now.',
      '# TYPE swarm_people gauge',
      'swarm_people 3',
      '# HELP swarm_joins_total Joins, by outcome.',
      '# TYPE swarm_joins_total counter',
      'swarm_joins_total{outcome="welcome"} 12',
      'swarm_joins_total{outcome="room-full",edge="a"} 1',
      '',
    ].join('\n'),
  )
})

describe('what is written is read back', () => {
  test.each([
    'plain',
    'a "quoted" word',
    'back\\slash',
    'two\nlines',
    '\\n is no new line',
    'both \\"\n',
    '{a="b"} 1',
    'é, ش, 🐝',
    '',
  ])('as a label and as a help: %j', (text) => {
    const written = expose({ m: gauge(text) }, { m: [{ labels: { l: text }, value: 1 }] })
    expect(readExposition(written).get('m')).toEqual({
      type: 'gauge',
      help: text,
      samples: [{ labels: { l: text }, value: 1 }],
    })
  })

  test.each([0, -1, 0.1, 1e21, 1.5e-9, 2 ** 53, Number.NaN, Infinity, -Infinity])('the value %d', (value) => {
    const [sample] = readExposition(expose({ m: gauge('') }, { m: value })).get('m')?.samples ?? []
    expect(sample).toEqual({ labels: {}, value })
  })
})

test('a metric without values is still named', () => {
  expect(readExposition(expose({ m: gauge('h') }, { m: [] })).get('m')?.samples).toEqual([])
})

test.each(['', '1st', 'a-b', 'a b', 'é'])('“%s” is no name of a metric', (name) => {
  expect(() => expose({ [name]: gauge('') }, { [name]: 1 })).toThrow(TypeError)
})

test.each(['', '1st', 'a-b', 'a:b', '__name__'])('“%s” is no name of a label', (label) => {
  expect(() => expose({ m: gauge('') }, { m: [{ labels: { [label]: 'x' }, value: 1 }] })).toThrow(TypeError)
})

test.each([
  ['a value that is no number', '# HELP m h\n# TYPE m gauge\nm one\n'],
  ['no end of the last line', '# HELP m h\n# TYPE m gauge\nm 1'],
  ['a sample of nothing', 'm 1\n'],
  ['a quote that is not escaped', '# HELP m h\n# TYPE m gauge\nm{l="a"b"} 1\n'],
  ['the same sample twice', '# HELP m h\n# TYPE m gauge\nm 1\nm 2\n'],
  ['the same metric twice', '# HELP m h\n# TYPE m gauge\n# HELP m h\n# TYPE m gauge\n'],
])('the reader of these tests refuses %s', (_what, text) => {
  expect(() => readExposition(text)).toThrow()
})
