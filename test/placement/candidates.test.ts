import { expect, test } from 'vitest'
import { candidates } from '../../worker/placement/candidates.ts'
import { LOADED_ABOVE, MAX_CANDIDATES } from '../../worker/placement/thresholds.ts'
import { ATHENS, aNode, BERLIN, drawing, LILLE, LYON, MONTREAL, PARIS } from './a-node.ts'

const FULL = { load: { consumers: 1_000 * LOADED_ABOVE } }
const found = (...args: readonly [Parameters<typeof candidates>[0], Parameters<typeof candidates>[1]]) =>
  [...candidates(...args, drawing(0.1, 0.7, 0.4))].sort()

test.each([
  ['none where there is none', [], []],
  ['all where there are few', [aNode('a'), aNode('b')], ['a', 'b']],
  ['none that is loaded', [aNode('a', FULL), aNode('b')], ['b']],
  ['none that does not qualify', [aNode('a', { availability: 'paused' }), aNode('b')], ['b']],
  ['none that is much further than the nearest', [aNode('a'), aNode('b', { at: MONTREAL })], ['a']],
  ['far ones where none is near', [aNode('b', { at: MONTREAL })], ['b']],
  [
    'different places before two of one',
    [
      ...['p1', 'p2', 'p3', 'p4', 'p5'].map((name) =>
        aNode(name, { load: { consumers: name === 'p3' ? 0 : 9 } }),
      ),
      aNode('lille', { at: LILLE }),
      aNode('lyon', { at: LYON }),
      aNode('berlin', { at: BERLIN }),
      aNode('athens', { at: ATHENS }),
    ],
    ['berlin', 'lille', 'lyon', expect.stringMatching(/^p\d$/)],
  ],
  [
    'two of one place where there are no others',
    [aNode('p1'), aNode('p2'), aNode('p3'), aNode('lille', { at: LILLE })],
    ['lille', 'p1', 'p2', 'p3'],
  ],
])('worth a probe: %s', (_what, nodes, expected) => {
  expect(found(nodes, PARIS)).toEqual(expected)
})

test('the nearest come first', () => {
  const [milan, warsaw] = [
    { latitude: 45.4642, longitude: 9.19 },
    { latitude: 52.2297, longitude: 21.0122 },
  ]
  const nodes = [aNode('warsaw', { at: warsaw }), aNode('milan', { at: milan }), aNode('paris')]
  expect(candidates(nodes, PARIS, drawing(0))).toEqual(['paris', 'milan', 'warsaw'])
})

test('without a hint any four, all of them different', () => {
  const nodes = Array.from({ length: 20 }, (_, index) => aNode(`n${index}`, { at: null }))
  const chosen = candidates(nodes, null, drawing(0.1, 0.7, 0.4))
  expect(new Set(chosen).size).toBe(MAX_CANDIDATES)
})
