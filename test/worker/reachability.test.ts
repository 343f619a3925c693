import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { MediaRoomId } from '../../protocol/ids.ts'
import { MAX_NODE_VIOLATIONS, PORTS_RETRY_MIN_MS } from '../../protocol/limits.ts'
import type { AnnouncedMedia, CheckAnswer, PortOutcome } from '../../protocol/node-edge/port-check.ts'
import { CheckRecords } from '../../worker/directory/reachability/check-records.ts'
import { directoryStub } from './directory-stub.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { listed } from './operator-client.ts'
import { PageClient } from './page-client.ts'
import { beat, due, GOOD, startUntried, takesRooms, tried, verdict } from './untried-node.ts'

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

async function startProver(
  name: string,
  outcomes: PortOutcome[],
  media?: AnnouncedMedia,
): Promise<NodeClient> {
  const node = await NodeClient.open(name)
  node.outcomes = outcomes
  await node.register(media && { media })
  await node.inbox.next(({ type }) => type === 'registered')
  return node
}

const ELSEWHERE: AnnouncedMedia = { addresses: ['203.0.113.8'], firstPort: 40_000, lastPort: 40_000 }

/** A room that waits for a node, and its page. */
async function waitingRoom(name: string): Promise<PageClient> {
  const page = await PageClient.open(name)
  expect((await page.welcome('Ada')).media).toBeNull()
  return page
}

describe('N17 before a lent node is given rooms', () => {
  test('another node reaches its ports: from then on rooms come, and those that waited', async () => {
    const node = await startUntried('new-here')
    const ada = await waitingRoom('waiting-for-proof')
    expect(await takesRooms('new-here')).toBe(false)
    expect((await listed('new-here'))?.reachability).toEqual({ reachable: false, ports: [] })
    const own = await startProver('own', ['reached', 'reached'])
    await ada.event('media-started')
    expect(node.batches).toBe(0)
    beat(node)
    expect(await verdict(node)).toEqual(GOOD)
    expect(await takesRooms('new-here')).toBe(true)
    expect(node.checks.map(({ ask }) => ask)).toEqual(['open-ports', 'close-ports'])
    expect(own.checks.map(({ ask }) => ask)).toEqual(['get-ready', 'try-ports'])
    own.drop()
    await ada.event('media-lost')
    await ada.event('media-started')
    expect(node.batches).toBeGreaterThan(0)
  })

  test('its own word is not enough, nor that of one that was not reached itself', async () => {
    const node = await startUntried('vouching')
    const friend = await startUntried('vouched-for', { media: ELSEWHERE })
    beat(node)
    beat(friend)
    await waitingRoom('nobody-proves')
    expect([...node.checks, ...friend.checks]).toEqual([])
    expect([await takesRooms('vouching'), await takesRooms('vouched-for')]).toEqual([false, false])
  })

  test('one that is lent may be its prover, unless it stands at the same address', async () => {
    await startProver('neighbour', ['reached', 'reached'])
    const node = await startUntried('checked-by-lent')
    await waitingRoomOn('neighbour')
    expect(node.checks).toEqual([])
    await startProver('far-away', ['reached', 'reached'], ELSEWHERE)
    beat(node)
    expect(await verdict(node)).toEqual(GOOD)
  })

  test('the operator’s own takes rooms at once', async () => {
    const own = await NodeClient.start('own')
    const ada = await PageClient.open('vouched-room')
    expect((await ada.welcome('Ada')).media).not.toBeNull()
    expect([own.checks, (await listed('own'))?.reachability]).toEqual([[], null])
  })
})

/** A room that is carried by that node, so that it was certainly heard. */
async function waitingRoomOn(node: string): Promise<void> {
  const page = await PageClient.open(`room-on-${node}`)
  expect((await page.welcome('Ada')).media).not.toBeNull()
}

describe('N18 a node whose ports are not reached', () => {
  test('gets no rooms, is told which of its ports fail, and is tried again', async () => {
    const own = await startProver('own', ['reached', 'silent'])
    const node = await startUntried('half-closed')
    const failed = { reachable: false, ports: tried('reached', 'silent') }
    expect(await verdict(node)).toEqual(failed)
    expect(await listed('half-closed')).toMatchObject({ reachability: failed })
    expect(await takesRooms('half-closed')).toBe(false)
    own.outcomes = ['reached', 'reached']
    await due(node)
    expect(await verdict(node)).toEqual(GOOD)
  })

  test('is tried by another node the next time, and one bad word makes no good node unreachable', async () => {
    const own = await startProver('own', ['silent', 'silent'])
    const other = await startProver('other-prover', ['reached', 'reached'], ELSEWHERE)
    const node = await NodeClient.start('slandered')
    await due(node)
    expect(await verdict(node)).toEqual({ reachable: true, ports: tried('silent', 'silent') })
    expect(await takesRooms('slandered')).toBe(true)
    await due(node)
    expect(await verdict(node)).toEqual(GOOD)
    expect([own.checks.length, other.checks.length]).toEqual([2, 2])
  })

  test('twice in a row is unreachable, until it is reached again', async () => {
    await startProver('own', ['refused', 'silent'])
    const node = await NodeClient.start('closed-since')
    await due(node)
    expect(await verdict(node)).toMatchObject({ reachable: true })
    await due(node)
    expect(await verdict(node)).toEqual({ reachable: false, ports: tried('refused', 'silent') })
    expect(await takesRooms('closed-since')).toBe(false)
  })

  test('by a prover that cannot know has not failed, and is not proved either', async () => {
    const own = await startProver('own', ['no-way', 'no-way'])
    const node = await startUntried('out-of-the-way')
    await expect.poll(() => own.checks.length).toBe(2)
    own.outcomes = ['reached', 'no-way']
    await due(node)
    expect(await verdict(node)).toEqual({ reachable: true, ports: tried('reached', 'no-way') })
  })
})

test('F4 N18 a node that lives, but that pages lost their way to, is tried again soon', async () => {
  const node = await NodeClient.start('cut-off')
  const dueIn = () =>
    runInDurableObject(directoryStub(), (_object, { storage }) => {
      return (new CheckRecords(storage.sql).of(node.node)?.dueAt ?? 0) - Date.now()
    })
  expect(await dueIn()).toBeGreaterThan(PORTS_RETRY_MIN_MS)
  const stub = env.NODES.get(env.NODES.idFromName('cut-off'))
  const room = v.parse(MediaRoomId, env.ROOMS.idFromName('lost-its-way').toString())
  await stub.request(room, [{ op: 'close-router' }])
  expect(await stub.suspect(room)).toBe(true)
  const first = await dueIn()
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThanOrEqual(PORTS_RETRY_MIN_MS)
  expect(await stub.suspect(room)).toBe(true)
  expect(await dueIn()).toBeLessThanOrEqual(first)
})

describe('N19 what nodes say of each other', () => {
  test('a prover that claims to have reached what nobody came to is not believed', async () => {
    const own = await startProver('own', ['reached', 'reached'])
    const node = await startUntried('never-reached', { connected: [true, false] })
    await expect.poll(() => node.checks.length).toBe(2)
    expect(await takesRooms('never-reached')).toBe(false)
    node.connected = [true, true]
    await due(node)
    expect(await verdict(node)).toEqual(GOOD)
    expect(own.checks).toHaveLength(4)
  })

  test('a prover that answers with something else, or too little, proves nothing', async () => {
    const own = await startProver('own', ['reached'])
    const node = await startUntried('barely-tried')
    await expect.poll(() => node.checks.length).toBe(2)
    expect(await takesRooms('barely-tried')).toBe(false)
    own.outcomes = ['reached', 'reached']
    await due(node)
    expect(await verdict(node)).toEqual(GOOD)
  })

  test('N13 words on checks that nobody asked for are held against a node', async () => {
    const node = await NodeClient.start('meddling')
    const answer: CheckAnswer = { answer: 'ports-tried', outcomes: ['silent'] }
    for (let id = 1; id <= MAX_NODE_VIOLATIONS; id += 1) node.send({ type: 'checked', id, answer })
    expect(await node.closed).toMatchObject({ reason: 'misbehaved' })
    expect(await listed('meddling')).toMatchObject({ adminState: 'paused' })
  })
})

describe('N20 what was found out', () => {
  test('holds when the same life of the node comes again, and when the directory was evicted', async () => {
    await startProver('own', ['reached', 'reached'])
    const node = await startUntried('constant')
    expect(await verdict(node)).toEqual(GOOD)
    await evictAtRest(directoryStub())
    expect(await takesRooms('constant')).toBe(true)
    node.drop()
    await node.closed
    const again = await startUntried('constant', { session: node.session })
    expect(await takesRooms('constant')).toBe(true)
    beat(again)
    await waitingRoomOn('constant')
    expect(again.checks).toEqual([])
  })

  test('is found out anew for another life of it, which takes rooms meanwhile; and before, where its ports are others', async () => {
    const node = await startUntried('moving')
    const own = await startProver('own', ['reached', 'reached'])
    beat(node)
    expect(await verdict(node)).toEqual(GOOD)
    own.drop()
    await own.closed
    node.drop()
    await node.closed
    const reborn = await startUntried('moving')
    expect(await takesRooms('moving')).toBe(true)
    reborn.drop()
    await reborn.closed
    const moved = await startUntried('moving', { media: ELSEWHERE })
    expect(await takesRooms('moving')).toBe(false)
    await startProver('own', ['reached', 'reached'])
    await due(moved)
    expect(await verdict(moved)).toEqual({
      reachable: true,
      ports: tried('reached', 'reached', '203.0.113.8'),
    })
  })
})
