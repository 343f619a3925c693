import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { MediaRoomId } from '../../protocol/ids.ts'
import { MAX_NODE_VIOLATIONS, NODE_FRAME_BURST } from '../../protocol/limits.ts'
import { NO_LOAD, type NodeEvent } from '../../protocol/node-edge/events.ts'
import { newNodeKeyPair } from '../../protocol/node-edge/keys.ts'
import { requireOperator } from '../../worker/http/bearer.ts'
import { router } from '../../worker/routes.ts'
import { directoryStub } from './directory-stub.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient, UNLIMITED } from './node-client.ts'
import { ask, askToInvite, enrol, invite, listed, order } from './operator-client.ts'
import { PageClient } from './page-client.ts'

const mediaRoom = (room: string) => v.parse(MediaRoomId, env.ROOMS.idFromName(room).toString())
const code = async (response: Response) => ({
  status: response.status,
  ...v.parse(v.object({ code: v.string() }), await response.json()),
})

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

describe('inviting', () => {
  test('N9 only the operator may', async () => {
    for (const path of ['invitations', 'nodes', 'nodes/own/revoke']) {
      expect(await code(await order(path, 'a-guess'))).toEqual({ status: 401, code: 'unauthorised' })
      expect((await ask(`admin/${path}`, { method: 'POST' })).status).toBe(401)
    }
  })

  test('N9 an edge without an operator has no such addresses', () => {
    const request = new Request('http://edge/api/admin/nodes', { headers: { authorization: 'Bearer x' } })
    const { ADMIN_SECRET_HASH: _, ...others } = env
    expect(() => requireOperator(request, others)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => requireOperator(request, { ...others, ADMIN_SECRET_HASH: 'x' })).toThrow('SHA-256 in hex')
  })

  test.each([
    ['without a name', { name: '' }],
    ['with a name that is not tidy', { name: ' Lyon ' }],
    ['with a page that is not https', { name: 'Lyon', link: 'javascript:alert(1)' }],
    ['with a place that is not on Earth', { name: 'Lyon', at: { latitude: 91, longitude: 0 } }],
  ])('N9 an invitation %s is refused', async (_what, lender) => {
    const wish = { lender: { link: null, place: null, at: null, ...lender }, days: 7 }
    expect(await code(await askToInvite(wish))).toEqual({ status: 400, code: 'bad-message' })
  })

  test('N9 a body that is too large is not read', async () => {
    expect(await code(await askToInvite('x'.repeat(10_000)))).toEqual({
      status: 413,
      code: 'message-too-large',
    })
  })

  test('N9 the edge keeps nothing that one could enrol with', async () => {
    const { code: secret } = await invite('Kept')
    const kept = await runInDurableObject(directoryStub(), (_object, ctx) =>
      JSON.stringify(ctx.storage.sql.exec('SELECT * FROM invitations').toArray()),
    )
    expect(kept).toContain('Kept')
    expect(kept).not.toContain(secret)
  })
})

describe('enrolling', () => {
  test('N10 whoever is invited is enrolled under a name that people recognise, and told who lends it', async () => {
    const lender = {
      link: 'https://example.org/',
      place: 'Lyon',
      at: { latitude: 45.76, longitude: 4.84 },
    }
    const { code: first } = await invite('Bibliothèque de Lyon', lender)
    const answer = await enrol(first, await newNodeKeyPair())
    expect(answer.status).toBe(201)
    const told = { node: 'bibliotheque-de-lyon', lender: 'Bibliothèque de Lyon' }
    expect(await answer.json()).toEqual(told)
    expect(await listed(told.node)).toEqual({
      node: told.node,
      lender: { name: 'Bibliothèque de Lyon', ...lender },
      adminState: 'active',
      reason: null,
      reachability: { reachable: false, ports: [] },
      connected: null,
    })
    const { code: second } = await invite('Bibliothèque de Lyon')
    expect(await (await enrol(second, await newNodeKeyPair())).json()).toMatchObject({
      node: 'bibliotheque-de-lyon-2',
    })
  })

  test('N10 an invitation serves once; whoever used it may hear the answer again', async () => {
    const { code: secret } = await invite('Once')
    const keys = await newNodeKeyPair()
    const told = await (await enrol(secret, keys)).json()
    expect(await (await enrol(secret, keys)).json()).toEqual(told)
    expect(await code(await enrol(secret, await newNodeKeyPair()))).toEqual({
      status: 409,
      code: 'invitation-used',
    })
  })

  test('N10 an invitation ends with its time', async () => {
    const { code: secret } = await invite('Late')
    await runInDurableObject(directoryStub(), (_object, ctx) => {
      ctx.storage.sql.exec('UPDATE invitations SET until = ?', Date.now() - 1)
    })
    expect(await code(await enrol(secret, await newNodeKeyPair()))).toEqual({
      status: 410,
      code: 'invitation-expired',
    })
  })

  test('N10 an invitation that nobody gave is unknown', async () => {
    const { code: secret } = await invite('Elsewhere')
    await runInDurableObject(directoryStub(), (_object, ctx) => {
      ctx.storage.sql.exec('DELETE FROM invitations')
    })
    expect(await code(await enrol(secret, await newNodeKeyPair()))).toEqual({
      status: 404,
      code: 'invitation-unknown',
    })
  })

  test('N10 a public key without its private half, or signed for another edge, uses nothing up', async () => {
    const { code: secret } = await invite('Proved')
    const [keys, others] = await Promise.all([newNodeKeyPair(), newNodeKeyPair()])
    const stolen = { publicKey: others.publicKey, privateKey: keys.privateKey }
    expect(await code(await enrol(secret, stolen))).toEqual({ status: 401, code: 'unauthorised' })
    const elsewhere = await enrol(secret, keys, 'another.edge')
    expect(elsewhere.status).toBe(401)
    // Whoever set a web server in front of the edge reads what to look at.
    expect(await elsewhere.json()).toMatchObject({ message: expect.stringContaining('the Host header') })
    expect((await enrol(secret, keys)).status).toBe(201)
  })
})

describe('how a node stands', () => {
  test.each(['pause', 'drain'])(
    'N11 after “%s” a node gets no new room, and keeps those it has',
    async (word) => {
      const node = await NodeClient.start(`${word}d`)
      const ada = await PageClient.open(`${word}-before`)
      await ada.welcome('Ada')
      expect(await (await order(`nodes/${word}d/${word}`)).json()).toMatchObject({ rooms: 1 })
      const ben = await PageClient.open(`${word}-after`)
      expect((await ben.welcome('Ben')).media).toBeNull()
      const cleo = await PageClient.open(`${word}-before`)
      expect((await cleo.welcome('Cleo')).media).not.toBeNull()
      await order(`nodes/${word}d/resume`)
      await ben.event('media-started')
      expect(node.inbox.rest.filter(({ type }) => type === 'error')).toEqual([])
    },
  )

  test('N12 a revoked node is out within a second, its rooms are told, and it does not come back', async () => {
    const node = await NodeClient.start('doubtful')
    const ada = await PageClient.open('doubtful-room')
    await ada.welcome('Ada')
    const before = performance.now()
    await order('nodes/doubtful/revoke')
    expect(await node.inbox.next(({ type }) => type === 'error')).toMatchObject({
      error: { code: 'revoked' },
    })
    expect(await node.closed).toMatchObject({ code: 4403, reason: 'revoked' })
    await ada.event('media-lost')
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(await code(await NodeClient.dial('doubtful'))).toEqual({ status: 403, code: 'revoked' })
    expect(await code(await order('nodes/doubtful/resume'))).toEqual({ status: 403, code: 'not-allowed' })
    const kept = await runInDurableObject(directoryStub(), (_object, ctx) =>
      ctx.storage.sql.exec("SELECT key FROM lenders WHERE node = 'doubtful'").toArray(),
    )
    expect(kept).toEqual([{ key: null }])
  })

  test('N12 the rooms of a revoked node that is away do not wait for it', async () => {
    await NodeClient.start('absent')
    const ada = await PageClient.open('absent-room')
    await ada.welcome('Ada')
    await evictAtRest(env.NODES.get(env.NODES.idFromName('absent')), { webSockets: 'close' })
    expect(await (await order('nodes/absent/revoke')).json()).toMatchObject({ rooms: 0 })
    await ada.event('media-lost')
  })

  test('N12 whoever is about to register when it is revoked does not get in', async () => {
    await NodeClient.open('hasty')
    const node = await NodeClient.open('hasty')
    await order('nodes/hasty/revoke')
    expect(await node.closed).toMatchObject({ reason: 'revoked' })
  })

  test('N11 the operator’s own node takes orders, and may be taken back', async () => {
    const node = await NodeClient.start('own')
    await order('nodes/own/revoke')
    expect(await node.closed).toMatchObject({ reason: 'revoked' })
    expect((await NodeClient.dial('own')).status).toBe(403)
    await order('nodes/own/resume')
    await NodeClient.start('own')
    expect(await listed('own')).toMatchObject({ lender: null, adminState: 'active' })
  })

  test.each(['own', 'own:key', 'Own:9-kBpEcAjJMxqMLdOin4944vhABAxQS-04vLKKSKYVQ'])(
    'N8 where the operator’s keys (%s) make no sense, the edge says that it is not well',
    async (NODE_KEYS) => {
      const health = await router.fetch(new Request('http://edge/healthz'), { ...env, NODE_KEYS })
      expect(health.status).toBe(500)
    },
  )

  test('N11 a node or an order that there is not is not found', async () => {
    expect(await code(await order('nodes/nobody/pause'))).toEqual({ status: 404, code: 'not-found' })
    expect(await code(await order('nodes/own/explode'))).toEqual({ status: 404, code: 'not-found' })
  })
})

describe('a node that does not follow the book', () => {
  const cutOff = async (node: NodeClient, reason: string) => {
    expect(await node.inbox.next(({ type }) => type === 'error')).toMatchObject({
      error: { code: 'misbehaved', message: expect.stringContaining(reason) },
    })
    expect(await node.closed).toMatchObject({ code: 4403, reason: 'misbehaved' })
    expect(await listed(node.node)).toMatchObject({
      adminState: 'paused',
      reason: expect.stringContaining(reason),
      connected: null,
    })
  }

  test('N13 losses of rooms that do not live on it: cut off and paused at the limit, and not before', async () => {
    await NodeClient.start('truthful')
    const node = await NodeClient.start('inventive')
    const lie: NodeEvent = { event: 'routers-lost', rooms: [mediaRoom('somewhere-else')] }
    for (let i = 1; i < MAX_NODE_VIOLATIONS; i += 1) node.send({ type: 'event', event: lie })
    node.send({ type: 'event', event: { event: 'heartbeat', load: NO_LOAD, notAccepting: null } })
    await expect.poll(async () => (await listed('inventive'))?.connected?.load).toEqual(NO_LOAD)
    expect(await listed('inventive')).toMatchObject({ adminState: 'active' })
    node.send({ type: 'event', event: lie })
    await cutOff(node, `${MAX_NODE_VIOLATIONS} losses of rooms that do not live there`)
  })

  test('N13 answers that nobody asked for', async () => {
    const node = await NodeClient.start('talkative')
    for (let i = 1; i <= MAX_NODE_VIOLATIONS; i += 1) node.send({ type: 'answer', id: i, outcomes: [] })
    await cutOff(node, 'answers that nobody asked for')
  })

  test('N13 an answer given twice', async () => {
    const node = await NodeClient.start('stammering')
    const ada = await PageClient.open('stammering-room')
    await ada.welcome('Ada')
    const asked = await node.inbox.next(({ type }) => type === 'batch')
    if (asked.type !== 'batch') throw new Error('no batch')
    for (let i = 0; i < MAX_NODE_VIOLATIONS; i += 1) {
      node.send({ type: 'answer', id: asked.batch.id, outcomes: [] })
    }
    await cutOff(node, 'answers that nobody asked for')
    await ada.event('media-lost')
  })

  test('N13 more frames than it may send', async () => {
    const node = await NodeClient.start('flooding')
    const frames = NODE_FRAME_BURST + 4 * MAX_NODE_VIOLATIONS
    for (let i = 0; i < frames; i += 1) node.send({ type: 'alive' })
    await cutOff(node, 'frames above the rate')
  })

  test('N13 garbage, each time on a new connection', async () => {
    for (let i = 1; i < MAX_NODE_VIOLATIONS; i += 1) {
      const node = await NodeClient.start('stubborn')
      node.sendText('{')
      expect(await node.closed).toMatchObject({ reason: 'bad-message' })
    }
    const node = await NodeClient.start('stubborn')
    node.sendText('{')
    await cutOff(node, 'frames that make no sense')
  })
})

describe('what a lender lends', () => {
  test('N14 a node that takes no new rooms gets none, from its registration on', async () => {
    const node = await NodeClient.open('closed')
    const limits = { ...UNLIMITED, hours: [{ from: 18, to: 23 }] }
    await node.register({ limits, notAccepting: 'hours' })
    await node.inbox.next(({ type }) => type === 'registered')
    const ada = await PageClient.open('closed-room')
    expect((await ada.welcome('Ada')).media).toBeNull()
    expect(await listed('closed')).toMatchObject({ connected: { limits, notAccepting: 'hours' } })
    node.send({ type: 'event', event: { event: 'heartbeat', load: NO_LOAD, notAccepting: null } })
    await ada.event('media-started')
  })
})
