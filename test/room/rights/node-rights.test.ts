import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { NodeId, PipeId, TransportId, TurnCountId } from '../../../protocol/ids.ts'
import type { RoomInput } from '../../../worker/room/core/inputs.ts'
import { produceFrom } from '../produce-from.ts'
import { RoomBench } from '../room-bench.ts'

const stranger = v.parse(NodeId, 'stranger')

/** What the room is told of a node, by the node’s object; the rest of a room’s inputs name none. */
type OfNode = Extract<RoomInput, { readonly node: NodeId }>['on']

const told = (transport: TransportId): { readonly [On in Exclude<OfNode, 'node-failed'>]: RoomInput } => ({
  'node-lost': { on: 'node-lost', node: stranger },
  'node-draining': { on: 'node-draining', node: stranger },
  'pipe-silent': { on: 'pipe-silent', node: stranger, pipe: v.parse(PipeId, 'pipe-1') },
  'pages-heard': { on: 'pages-heard', node: stranger, pages: [{ transport, heard: false }] },
  'turn-counted': {
    on: 'turn-counted',
    node: stranger,
    counted: { count: v.parse(TurnCountId, 'c'.repeat(16)), bytes: 1_000_000 },
    budget: 1,
  },
})

/** Ada is carried by one node, through a TURN server, Ben by another: there is a pipe. */
function room() {
  const bench = new RoomBench()
  const ada = bench.welcomed('Ada')
  const ben = bench.welcomed('Ben')
  produceFrom(bench, ben.self)
  bench.ask(ada.self, { name: 'report-path', params: { generation: 1, viaTurn: true } })
  bench.settle()
  bench.takeAll()
  return { bench, transport: v.parse(TransportId, `${ada.self}_1_receive`) }
}

describe('a node that does not carry the room, whatever it says', () => {
  test.each(Object.keys(told(room().transport)))('N7 F2 M9 R8 X6 changes nothing of it: %s', (on) => {
    const { bench, transport } = room()
    const before = bench.state
    const input = Object.values(told(transport)).find((each) => each.on === on)
    if (!input) throw new Error('no such input')
    bench.input(input)
    expect(bench.takeAll()).toEqual([])
    expect(bench.state).toEqual(before)
  })
})
