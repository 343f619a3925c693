import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { NODE_HEARTBEAT_INTERVAL_MS } from '../../protocol/limits.ts'
import { NetworkNamespace } from '../../scripts/network/network-namespace.ts'
import { Stage } from '../../scripts/stage/stage.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { ENCRYPTED } from './support/encrypted.ts'
import type { JoinWishes, Person } from './support/person.ts'
import { carriedFrom, everybodyHears, isCarriedFrom, joinNear } from './support/several-nodes.ts'

/** The network of a node is gone: nothing of it comes any more, and nothing is closed. */

let browser: Browser
let network: NetworkNamespace
let stage: Stage
/** What the node in that network has logged. */
let logged: string[]
const people: Person[] = []

beforeAll(async () => {
  browser = await sharedBrowser()
})

beforeEach(async () => {
  network = await NetworkNamespace.open()
  // The node reaches the edge at this machine's end of its network, and pages reach it as ever.
  stage = await Stage.open({ host: '0.0.0.0' })
  logged = []
})

afterEach(async () => {
  for (const person of people.splice(0)) await person.close()
  await stage.close()
  await network.close()
})

afterAll(async () => {
  await leaveBrowser(browser)
})

const startNodeInside = () =>
  stage.startNode({ id: 'second', namespace: network, onLog: ({ event }) => logged.push(event) })

async function join(
  room: string,
  name: string,
  nearTo: 'local' | 'second',
  wishes: JoinWishes = {},
): Promise<Person> {
  const person = await joinNear(browser, stage.url, room, name, nearTo, { cam: false, ...wishes })
  people.push(person)
  return person
}

test('F4 the only node of a room is cut off: its people are carried by another long before a heartbeat is missed', async () => {
  await startNodeInside()
  const [ada, ben] = [await join('whole', 'Ada', 'second'), await join('whole', 'Ben', 'second')]
  await everybodyHears([ada, ben])
  expect(await carriedFrom(ada)).toEqual([network.address])
  await stage.startNode({ id: 'local', address: network.host })
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
  await stage.startNode({ id: 'local', address: network.host })
  await startNodeInside()
  const ada = await join('spread', 'Ada', 'local', ENCRYPTED)
  const ben = await join('spread', 'Ben', 'second', ENCRYPTED)
  const cy = await join('spread', 'Cy', 'second', ENCRYPTED)
  await everybodyHears([ada, ben, cy])
  expect(await carriedFrom(ben)).toEqual([network.address])
  await network.cut()
  for (const person of [ben, cy]) {
    await isCarriedFrom(person, network.host)
  }
  await everybodyHears([ada, ben, cy])
  expect(await carriedFrom(ada)).toEqual([network.host])
})
