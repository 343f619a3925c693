import { afterEach, beforeEach, expect, test } from 'vitest'
import { NODE_HEARTBEAT_INTERVAL_MS } from '../../protocol/limits.ts'
import { NetworkNamespace } from '../../scripts/network/network-namespace.ts'
import { Stage } from '../../scripts/stage/stage.ts'
import { ENCRYPTED } from './support/encrypted.ts'
import { carriedFrom, everybodyHears, gatherNear, isCarriedFrom } from './support/several-nodes.ts'

/** The network of a node is gone: nothing of it comes any more, and nothing is closed. */

let network: NetworkNamespace
/** What the node in that network has logged. */
let logged: string[]

beforeEach(async () => {
  network = await NetworkNamespace.open()
  logged = []
})

afterEach(() => network.close())

// The node reaches the edge at this machine's end of its network, and pages reach it as ever.
const here = gatherNear(() => Stage.open({ host: '0.0.0.0' }))

const startNodeInside = () =>
  here.stage.startNode({ id: 'second', namespace: network, onLog: ({ event }) => logged.push(event) })

const VOICES = { cam: false }
const SEALED_VOICES = { ...VOICES, ...ENCRYPTED }

test('F4 the only node of a room is cut off: its people are carried by another long before a heartbeat is missed', async () => {
  await startNodeInside()
  const [ada, ben] = [
    await here.join('whole', 'Ada', 'second', VOICES),
    await here.join('whole', 'Ben', 'second', VOICES),
  ]
  await everybodyHears([ada, ben])
  expect(await carriedFrom(ada)).toEqual([network.address])
  await here.stage.startNode({ id: 'local', address: network.host })
  await network.cut()
  const since = performance.now()
  await isCarriedFrom(ada, network.host)
  expect(performance.now() - since).toBeLessThan(NODE_HEARTBEAT_INTERVAL_MS)
  // It knows of nothing, and is there: until it misses an answer of the edge itself.
  expect(logged).not.toContain('edge-disconnected')
  await everybodyHears([ada, ben])
  await isCarriedFrom(ben, network.host)
  expect(ada.frames.filter(({ text }) => text.includes('suspect-node'))).not.toEqual([])
})

test('F4 one of two nodes of a room is cut off: whom it carried go on on the other, and all hear all', async () => {
  await here.stage.startNode({ id: 'local', address: network.host })
  await startNodeInside()
  const ada = await here.join('spread', 'Ada', 'local', SEALED_VOICES)
  const ben = await here.join('spread', 'Ben', 'second', SEALED_VOICES)
  const cy = await here.join('spread', 'Cy', 'second', SEALED_VOICES)
  await everybodyHears([ada, ben, cy])
  expect(await carriedFrom(ben)).toEqual([network.address])
  await network.cut()
  for (const person of [ben, cy]) {
    await isCarriedFrom(person, network.host)
  }
  await everybodyHears([ada, ben, cy])
  expect(await carriedFrom(ada)).toEqual([network.host])
})
