import * as v from 'valibot'
import { expect, test } from 'vitest'
import { NodeId } from '../../protocol/ids.ts'
import { NODE_SILENCE_MAX_MS } from '../../protocol/limits.ts'
import { chooseNode, type KnownNode } from '../../worker/directory/choose-node.ts'

const NOW = 1_000_000
const node = (name: string, consumers: number, capacity = 100, silentMs = 0): KnownNode => ({
  node: v.parse(NodeId, name),
  capacity,
  consumers,
  heardAt: NOW - silentMs,
})

test.each([
  ['nobody', [], null],
  ['the only one', [node('a', 50)], 'a'],
  ['the least loaded', [node('a', 50), node('b', 20)], 'b'],
  ['the least loaded for its capacity', [node('a', 50, 1_000), node('b', 20, 100)], 'a'],
  ['the first by name where they are alike', [node('b', 0), node('a', 0)], 'a'],
  ['a full one rather than none', [node('a', 200)], 'a'],
  ['not one that fell silent', [node('a', 0, 100, NODE_SILENCE_MAX_MS), node('b', 99)], 'b'],
  ['nobody where all fell silent', [node('a', 0, 100, NODE_SILENCE_MAX_MS + 1)], null],
])('a room goes to %s', (_what, nodes, expected) => {
  expect(chooseNode(nodes, NOW)).toBe(expected)
})
