import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test } from 'vitest'
import { newNodeSessionId } from '../../protocol/ids.ts'
import { directoryStub } from './directory-stub.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const objectOf = (node: NodeClient) => env.NODES.get(env.NODES.idFromName(node.node))

const sql = (node: NodeClient, statement: string, ...values: string[]) =>
  runInDurableObject(objectOf(node), (_, ctx) => void ctx.storage.sql.exec(statement, ...values))

/** The edge begins anew, as far as the node can see. */
const restart = (node: NodeClient) => evictAtRest(objectOf(node), { webSockets: 'close' })

async function comeBack(node: NodeClient): Promise<NodeClient> {
  const again = await NodeClient.open(node.node, node.session)
  await again.register()
  return again
}

const eventsOf = (page: PageClient): string[] =>
  page.inbox.rest.flatMap((frame) => ('seq' in frame ? [frame.data.event] : []))

describe('E3 the edge has restarted, and the node is not back yet', () => {
  test('E3 who joins waits for it, and nobody who was there loses anything', async () => {
    const node = await NodeClient.start('returning')
    const ada = await PageClient.open('returning-room')
    await ada.welcome('Ada')
    await restart(node)
    const ben = await PageClient.open('returning-room')
    const welcome = ben.welcome('Ben')
    await comeBack(node)
    expect((await welcome).media).toMatchObject({ generation: 1 })
    expect(eventsOf(ada)).toEqual(['peer-joined'])
  })

  test('E3 N15 a drain that was under way is told to the rooms again', async () => {
    const node = await NodeClient.start('leaving')
    const ada = await PageClient.open('leaving-room')
    await ada.welcome('Ada')
    await NodeClient.start('staying')
    await sql(node, 'INSERT INTO draining (session) VALUES (?)', node.session)
    await restart(node)
    await comeBack(node)
    await ada.event('migration-started')
  })
})

describe('N15 a node that drains', () => {
  test('N15 lets a room move that was given it at the last moment', async () => {
    const node = await NodeClient.start('late-leaver')
    await NodeClient.start('stayer')
    const kept = await runInDurableObject(directoryStub(), (_, ctx) =>
      ctx.storage.sql.exec("SELECT * FROM reports WHERE node = 'late-leaver'").one(),
    )
    node.send({ type: 'event', event: { event: 'draining' } })
    await expect.poll(async () => (await directoryStub().count()) === 1).toBe(true)
    // The directory had named it just before.
    await runInDurableObject(
      directoryStub(),
      (_, ctx) =>
        void ctx.storage.sql.exec(
          'INSERT INTO reports (node, protocol, heardAt, report) VALUES (?, ?, ?, ?)',
          ...['node', 'protocol', 'heardAt', 'report'].map((column) => kept[column]),
        ),
    )
    await evictAtRest(directoryStub())
    const ada = await PageClient.open('late-room')
    await ada.welcome('Ada', { preferredNode: node.node })
    expect(node.batches).toBe(1)
    await directoryStub().lost(node.node)
    await ada.event('migration-started')
  })
})

describe('F4 a node that is suspected', () => {
  test('F4 where the room missed that its media is lost, it hears it now', async () => {
    const node = await NodeClient.start('forgetful')
    const ada = await PageClient.open('forgotten-room')
    const { self, media } = await ada.welcome('Ada')
    await sql(node, 'DELETE FROM rooms')
    await ada.ask('suspect-node', { generation: media?.generation ?? 0 })
    expect((await ada.event('media-lost')).data).toMatchObject({ peers: [self] })
    expect((await ada.event('media-started')).data).toMatchObject({ media: { generation: 2 } })
  })

  test('F4 one that leaves a question open has to show that it lives', async () => {
    const node = await NodeClient.start('stuck')
    const ada = await PageClient.open('stuck-room')
    await ada.welcome('Ada')
    const other = await NodeClient.start('sound')
    node.answers = false
    const ben = await PageClient.open('stuck-room')
    expect((await ben.welcome('Ben')).media).not.toBeNull()
    expect(await node.closed).toMatchObject({ code: 4408, reason: 'ping-timeout' })
    await ada.event('media-lost')
    await ada.event('media-started')
    expect(other.batches).toBeGreaterThan(0)
  })
})

describe('N4 a node that goes', () => {
  test('N4 with a question open is asked again as soon as it is back', async () => {
    const node = await NodeClient.start('asked')
    const ada = await PageClient.open('asked-room')
    await ada.welcome('Ada')
    node.answers = false
    const ben = await PageClient.open('asked-room')
    const welcome = ben.welcome('Ben')
    // Of Ada's, and of Ben's.
    for (let asked = 0; asked < 2; asked += 1) await node.inbox.next(({ type }) => type === 'batch')
    node.drop()
    await ada.event('media-lost')
    expect((await welcome).media).toBeNull()
    await NodeClient.start('asked', newNodeSessionId())
    await ada.event('media-started')
    await ben.event('media-started')
  })

  test('F2 together with another of the room: all go on on a third', async () => {
    const first = await NodeClient.start('first')
    const ada = await PageClient.open('twice-lost')
    await ada.welcome('Ada')
    const second = await NodeClient.start('second')
    const ben = await PageClient.open('twice-lost')
    const measured = [first, second].map(({ node }) => ({ node, roundTripMs: node === 'second' ? 5 : 90 }))
    await ben.welcome('Ben', { measuredNodes: measured })
    expect(second.batches).toBeGreaterThan(0)
    const third = await NodeClient.start('third')
    first.drop()
    second.drop()
    await expect.poll(() => third.batches).toBeGreaterThan(0)
    for (const page of [ada, ben]) await page.event('media-started')
  })
})
