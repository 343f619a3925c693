import { runInDurableObject } from 'cloudflare:test'
import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import type { Lender } from '../../protocol/http/lender.ts'
import { Swarm } from '../../protocol/http/swarm.ts'
import { type NodeSessionId, newNodeSessionId } from '../../protocol/ids.ts'
import { NO_LOAD } from '../../protocol/node-edge/events.ts'
import { directoryStub } from './directory-stub.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { listed, order } from './operator-client.ts'
import { PageClient, type Place } from './page-client.ts'

const IN_PARIS = { latitude: '48.85', longitude: '2.35' }
const IN_MONTREAL = { latitude: '45.50', longitude: '-73.57' }
const IN_SYDNEY = { latitude: '-33.87', longitude: '151.21' }

const pointOf = ({ latitude, longitude }: Place): Lender['at'] => ({
  latitude: Number(latitude),
  longitude: Number(longitude),
})

/** A node that dials from there, and stands there. */
async function startAt(
  name: string,
  place: Place,
  session: NodeSessionId = newNodeSessionId(),
): Promise<NodeClient> {
  const node = await NodeClient.open(name, session, pointOf(place), undefined, place)
  await node.register()
  await node.inbox.next(({ type }) => type === 'registered')
  return node
}

const comeFrom = (place: Place, room: string): Promise<PageClient> => PageClient.open(room, undefined, place)

const Health = v.object({ nodes: v.number() })
const counted = async (): Promise<number> =>
  v.parse(Health, await (await exports.default.fetch('http://edge/healthz')).json()).nodes

async function published(): Promise<(string | false)[]> {
  const { lent } = v.parse(Swarm, await (await exports.default.fetch('http://edge/api/swarm')).json())
  return lent.map(({ node, connected }) => connected && node)
}

/** What is published of other regions is asked for once a second. */
const LONGER_THAN_KEPT = { timeout: 5_000 }

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

describe('nodes and rooms by region', () => {
  test('a node is listed where it dials from, and is found there, and counted for all', async () => {
    const [paris, montreal] = [await startAt('in-paris', IN_PARIS), await startAt('in-montreal', IN_MONTREAL)]
    await expect.poll(() => directoryStub('weur').count()).toBe(1)
    await expect.poll(() => directoryStub('enam').count()).toBe(1)
    await expect.poll(() => directoryStub().count()).toBe(0)
    await (await comeFrom(IN_PARIS, 'room-of-paris')).welcome('Ada')
    expect([paris.batches > 0, montreal.batches]).toEqual([true, 0])
    await expect.poll(counted, LONGER_THAN_KEPT).toBe(2)
    await expect
      .poll(published, LONGER_THAN_KEPT)
      .toEqual(expect.arrayContaining(['in-paris', 'in-montreal']))
    expect(await listed('in-paris')).toMatchObject({
      connected: { version: 'test' },
      reachability: { reachable: true },
    })
  })

  test('whoever comes into a room from another region has their own node; one of none has the next', async () => {
    const [paris, montreal] = [await startAt('near-ada', IN_PARIS), await startAt('near-eve', IN_MONTREAL)]
    await (await comeFrom(IN_PARIS, 'far-apart')).welcome('Ada')
    expect(montreal.batches).toBe(0)
    const measuredNodes = [{ node: montreal.node, roundTripMs: 8 }]
    await (await comeFrom(IN_MONTREAL, 'far-apart')).welcome('Eve', { measuredNodes })
    expect(montreal.batches).toBeGreaterThan(0)
    const before = paris.batches + montreal.batches
    await (await comeFrom(IN_SYDNEY, 'far-away')).welcome('Kim')
    expect(paris.batches + montreal.batches).toBeGreaterThan(before)
  })

  test('whoever comes from where nobody knows goes to the room’s node, and wishes for any', async () => {
    const [paris, montreal] = [await startAt('known-one', IN_PARIS), await startAt('known-two', IN_MONTREAL)]
    await (await comeFrom(IN_MONTREAL, 'of-montreal')).welcome('Ada')
    await (await PageClient.open('of-montreal')).welcome('Ben')
    expect(paris.batches).toBe(0)
    const before = montreal.batches
    await (await comeFrom(IN_MONTREAL, 'of-paris')).welcome('Eve', { preferredNode: paris.node })
    expect([paris.batches > 0, montreal.batches]).toEqual([true, before])
  })

  test('a room waits in its region, and is told when there is a node', async () => {
    const ada = await comeFrom(IN_PARIS, 'too-early')
    await ada.welcome('Ada')
    await startAt('latecomer', IN_PARIS)
    await ada.event('media-started')
  })

  test('N11 what the operator says of a node holds in its region', async () => {
    const node = await startAt('told-off', IN_PARIS)
    await order('nodes/told-off/pause')
    await (await comeFrom(IN_PARIS, 'told-room')).welcome('Ada')
    expect(node.batches).toBe(0)
    await order('nodes/told-off/resume')
    await (await comeFrom(IN_PARIS, 'told-room-2')).welcome('Ben')
    expect(node.batches).toBeGreaterThan(0)
  })

  test('a node that comes from another region is listed there alone', async () => {
    const session = newNodeSessionId()
    await startAt('traveller', IN_PARIS, session)
    await startAt('traveller', IN_MONTREAL, session)
    await expect.poll(() => directoryStub('weur').count()).toBe(0)
    await expect.poll(() => directoryStub('enam').count()).toBe(1)
    await expect.poll(counted, LONGER_THAN_KEPT).toBe(1)
  })

  test('N2 a second node under its id is refused in any region, and listed in none', async () => {
    const node = await startAt('doubled', IN_PARIS)
    const other = await NodeClient.open('doubled', newNodeSessionId(), null, undefined, IN_MONTREAL)
    await other.register()
    expect(await other.closed).toMatchObject({ reason: expect.stringMatching(/^node-id-taken\b/) })
    await expect.poll(() => directoryStub('weur').count()).toBe(1)
    await expect.poll(() => directoryStub('enam').count()).toBe(0)
    await (await comeFrom(IN_MONTREAL, 'doubled-room')).welcome('Ada')
    expect(node.batches).toBeGreaterThan(0)
  })

  test('a region that fails keeps nobody from the others', async () => {
    const cutOff = await startAt('down-under', IN_SYDNEY)
    const node = await startAt('up-over', IN_PARIS)
    const failing = directoryStub('oc')
    await runInDurableObject(failing, (_object, { storage }) => {
      storage.sql.exec('DROP TABLE pauses; DROP TABLE checks; DROP TABLE reports')
    })
    await (await comeFrom(IN_SYDNEY, 'sydney-room')).welcome('Kim')
    expect(node.batches).toBeGreaterThan(0)
    expect((await listed('up-over'))?.connected).not.toBeNull()
    expect((await listed('down-under'))?.connected).toBeNull()
    await expect.poll(published, LONGER_THAN_KEPT).toContain('up-over')
    // Nor does it end what its own node carries, or what the operator says of that.
    cutOff.send({ type: 'event', event: { event: 'heartbeat', load: NO_LOAD, notAccepting: null } })
    await order('nodes/down-under/drain')
    await cutOff.inbox.next(({ type }) => type === 'drain')
    await NodeClient.dropAll()
    await evictAtRest(failing)
  })
})
