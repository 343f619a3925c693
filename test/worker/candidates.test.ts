import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import type { Lender } from '../../protocol/http/lender.ts'
import { newNodeSessionId } from '../../protocol/ids.ts'
import { MAX_MEASURED_NODES } from '../../protocol/limits.ts'
import { Candidates, type Probe } from '../../protocol/node-edge/probe.ts'
import { NodeClient } from './node-client.ts'
import { comingFrom, PageClient, type Place } from './page-client.ts'

const probe = (port: number): Probe => ({
  usernameFragment: 'u'.repeat(16),
  password: 'p'.repeat(32),
  address: '203.0.113.7',
  port,
})

async function startWithProbe(name: string, port: number, at: Lender['at'] = null): Promise<NodeClient> {
  const node = await NodeClient.open(name, newNodeSessionId(), at)
  const media = { addresses: ['203.0.113.7'], firstPort: 40_000, lastPort: 40_001 }
  await node.register({ probe: probe(port), media })
  await node.inbox.next(({ type }) => type === 'registered')
  return node
}

/** @param cf - Where the page is, as Cloudflare would say. */
async function candidates(cf?: Place) {
  const response = await exports.default.fetch('http://edge/api/candidates', comingFrom(cf))
  expect(response.headers.get('cache-control')).toBe('no-store')
  return v.parse(Candidates, await response.json()).nodes
}

const IN_PARIS = { latitude: '48.85', longitude: '2.35' }
const IN_MONTREAL = { latitude: '45.50', longitude: '-73.57' }
const startFarApart = () =>
  Promise.all([
    startWithProbe('paris', 40_000, { latitude: 48.86, longitude: 2.35 }),
    startWithProbe('montreal', 40_001, { latitude: 45.5, longitude: -73.57 }),
  ])

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

describe('X8 what is worth measuring', () => {
  test('nothing where there is no node, or none with a probe', async () => {
    expect(await candidates()).toEqual([])
    await NodeClient.start('deaf')
    expect(await candidates()).toEqual([])
  })

  test('a node, by its id and its probe, and nothing else', async () => {
    await startWithProbe('heard', 40_000)
    expect(await candidates()).toEqual([{ node: 'heard', probe: probe(40_000) }])
  })

  test('a probe that was opened anew replaces the one before, with the next heartbeat', async () => {
    const node = await startWithProbe('renewed', 40_000)
    const counts = { rooms: 0, people: 0, routers: 0, transports: 0, producers: 0, consumers: 0 }
    const load = { ...counts, cpu: 0, bitsPerSecond: 0, bytesThisMonth: 0 }
    node.send({ type: 'event', event: { event: 'probe-opened', probe: probe(40_001) } })
    node.send({ type: 'event', event: { event: 'heartbeat', load, notAccepting: null } })
    await expect.poll(() => candidates()).toEqual([{ node: 'renewed', probe: probe(40_001) }])
  })

  test(`${MAX_MEASURED_NODES} at most`, async () => {
    for (const name of ['one', 'two', 'three', 'four', 'five']) await startWithProbe(name, 40_000)
    expect(await candidates()).toHaveLength(MAX_MEASURED_NODES)
  })

  test.each([
    ['paris', IN_PARIS],
    ['montreal', IN_MONTREAL],
  ])('what is near, as far as the network can guess: in %s', async (near, cf) => {
    await startFarApart()
    expect((await candidates(cf)).map(({ node }) => node)).toEqual([near])
  })

  test('J7 nothing tells which node carries a room', async () => {
    await startWithProbe('carrier', 40_000)
    const before = await candidates()
    const ada = await PageClient.open('secret-room')
    await ada.welcome('Ada')
    expect(await candidates()).toEqual(before)
  })
})

describe('X5 whoever knows where people are', () => {
  test('opens a room near the first of them, and carries those of another continent there', async () => {
    const [paris, montreal] = await startFarApart()
    const ada = await PageClient.open('oceans', undefined, IN_MONTREAL)
    await ada.welcome('Ada')
    expect([paris.batches, montreal.batches]).toEqual([0, 1])
    // A page is not told beforehand which node carries the room: Ben's has measured another.
    const ben = await PageClient.open('oceans', undefined, IN_PARIS)
    await ben.welcome('Ben', { measuredNodes: [{ node: paris.node, roundTripMs: 8 }] })
    expect(paris.batches).toBeGreaterThan(0)
  })
})
