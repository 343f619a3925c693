import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { MediaRoomId, NodeId, newNodeSessionId } from '../../protocol/ids.ts'
import {
  MAX_UNREGISTERED_NODE_SOCKETS,
  NODE_HEARTBEAT_INTERVAL_MS,
  NODE_REGISTER_MAX_BYTES,
  NODE_REGISTER_PATIENCE_MS,
  NODE_SUSPECT_TIMEOUT_MS,
  OTHER_VERSION_RETRY_MIN_MS,
} from '../../protocol/limits.ts'
import { newNodeKeyPair } from '../../protocol/node-edge/keys.ts'
import { NODE_EDGE } from '../../protocol/version.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { listed } from './operator-client.ts'
import { PageClient } from './page-client.ts'

const nodes = async () => (await (await exports.default.fetch('http://edge/healthz')).json()) as object
const mediaRoom = (room: string) => v.parse(MediaRoomId, env.ROOMS.idFromName(room).toString())

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

describe('registering', () => {
  test('N1 a node is counted once it has registered, and no longer when it is gone', async () => {
    const node = await NodeClient.start('counted')
    expect(await nodes()).toEqual({ ok: true, nodes: 1 })
    node.drop()
    await node.closed
    expect(await nodes()).toEqual({ ok: true, nodes: 0 })
  })

  test('N2 a node that the edge does not know is refused before its socket opens', async () => {
    const response = await NodeClient.dial('stranger')
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'unauthorised' })
  })

  test('N8 another key than the one it was enrolled with is refused for good', async () => {
    const node = await NodeClient.open('thief')
    const { privateKey: key } = await newNodeKeyPair()
    await node.register({}, { key })
    expect(await node.closed).toMatchObject({ code: 4401, reason: 'unauthorised' })
    expect(await nodes()).toEqual({ ok: true, nodes: 0 })
  })

  test('N8 what was signed for another socket, session or edge is refused', async () => {
    const first = await NodeClient.open('thief')
    const nonce = await first.challenge()
    const replaying = await NodeClient.open('thief')
    await replaying.register({}, { nonce })
    expect(await replaying.closed).toMatchObject({ reason: 'unauthorised' })
    await first.register({ session: newNodeSessionId() }, { nonce })
    expect(await first.closed).toMatchObject({ reason: 'unauthorised' })
    const relayed = await NodeClient.open('thief')
    await relayed.register({}, { host: 'another.edge' })
    expect(await relayed.closed).toMatchObject({ reason: 'unauthorised' })
  })

  test('N8 a nonce serves once, whatever came of it', async () => {
    const node = await NodeClient.open('thief')
    const nonce = await node.challenge()
    const { privateKey: key } = await newNodeKeyPair()
    await Promise.all([node.register({}, { nonce, key }), node.register({}, { nonce })])
    expect(await node.closed).toMatchObject({ reason: 'unauthorised' })
    expect(await nodes()).toEqual({ ok: true, nodes: 0 })
  })

  test('N25 whoever opens sockets and does not register makes room for others, having had the time', async () => {
    const first = await NodeClient.open('crowded')
    for (let i = 1; i < MAX_UNREGISTERED_NODE_SOCKETS; i += 1) await NodeClient.open('crowded')
    expect((await NodeClient.dial('crowded')).status).toBe(429)
    await runInDurableObject(env.NODES.get(env.NODES.idFromName('crowded')), (_object, ctx) => {
      for (const socket of ctx.getWebSockets()) {
        const attachment = socket.deserializeAttachment()
        socket.serializeAttachment({ ...attachment, heardAt: attachment.heardAt - NODE_REGISTER_PATIENCE_MS })
      }
    })
    await NodeClient.open('crowded')
    expect(await first.closed).toMatchObject({
      code: 4429,
      reason: `rate-limited retry-after=${NODE_REGISTER_PATIENCE_MS}`,
    })
    await NodeClient.start('crowded')
    expect(await nodes()).toEqual({ ok: true, nodes: 1 })
  })

  test('N5 whoever does not register in time is told so', async () => {
    const node = await NodeClient.open('shy')
    await node.challenge()
    const stub = env.NODES.get(env.NODES.idFromName('shy'))
    await runInDurableObject(stub, (_object, ctx) => {
      for (const socket of ctx.getWebSockets()) {
        socket.serializeAttachment({ ...socket.deserializeAttachment(), heardAt: 0 })
      }
    })
    await runDurableObjectAlarm(stub)
    expect(await node.closed).toMatchObject({ code: 4408, reason: 'register-timeout' })
  })

  test('N8 before it has registered, a node cannot send much', async () => {
    const node = await NodeClient.open('rude')
    await node.register({ version: 'x'.repeat(NODE_REGISTER_MAX_BYTES) })
    expect(await node.closed).toMatchObject({ code: 4413, reason: 'message-too-large' })
  })

  test('N2 another version of the protocol is refused', async () => {
    const node = await NodeClient.open('old')
    await node.register({ protocol: 999 })
    expect(await node.inbox.next((frame) => frame.type === 'error')).toMatchObject({
      error: { code: 'unsupported-protocol' },
    })
    expect(await node.closed).toMatchObject({ code: 4426 })
  })

  test('N26 one that an earlier version says in other words is refused for its version, and not as garbage', async () => {
    const node = await NodeClient.open('older')
    node.sendText(JSON.stringify({ type: 'register', registration: { protocol: NODE_EDGE.oldest - 1 } }))
    expect(await node.inbox.next((frame) => frame.type === 'error')).toMatchObject({
      error: {
        code: 'unsupported-protocol',
        message: expect.stringContaining(`${NODE_EDGE.oldest} to ${NODE_EDGE.newest}`),
      },
    })
    expect(await node.closed).toMatchObject({ code: 4426 })
  })

  test('N27 the operator reads what a node speaks that is refused for it, until it speaks what we do', async () => {
    const { newest, oldest } = NODE_EDGE
    const rarely = OTHER_VERSION_RETRY_MIN_MS
    for (const [protocol, unspoken, why, retryAfterMs] of [
      [oldest - 1, { version: oldest - 1, isNewer: false }, 'has to be updated', rarely],
      // The second version of the two that it speaks.
      [oldest - 2, { version: oldest - 1, isNewer: false }, 'has to be updated', rarely],
      // It may speak one of ours, too: it is not held up.
      [newest + 1, { version: newest + 1, isNewer: true }, 'is newer than the edge', undefined],
      [24.5, { version: null, isNewer: false }, 'cannot be read', rarely],
    ] as const) {
      const node = await NodeClient.open('outdated')
      await node.register({ protocol })
      const told = await node.inbox.next(({ type }) => type !== 'challenge')
      const error = told.type === 'error' ? told.error : null
      expect(error).toMatchObject({ code: 'unsupported-protocol', message: expect.stringContaining(why) })
      expect(error?.retryAfterMs).toBe(retryAfterMs)
      expect(await node.closed).toMatchObject({ code: 4426 })
      expect(await listed('outdated')).toMatchObject({ connected: null, unspoken })
    }
    expect(await nodes()).toEqual({ ok: true, nodes: 0 })
    const updated = await NodeClient.start('outdated')
    await expect.poll(() => listed('outdated')).not.toHaveProperty('unspoken')
    updated.drop()
    await updated.closed
    await expect.poll(() => listed('outdated')).toMatchObject({ connected: null })
    expect(await listed('outdated')).not.toHaveProperty('unspoken')
  })

  test('N27 whoever does not prove to be the node is not listed as it, and is told the same', async () => {
    const protocol = NODE_EDGE.newest + 1
    const { privateKey: key } = await newNodeKeyPair()
    const elsewhere = await NodeClient.open('impersonated')
    const nonce = await elsewhere.challenge()
    for (const proof of [{ key }, { nonce }, { host: 'another.edge' }]) {
      const node = await NodeClient.open('impersonated')
      await node.register({ protocol }, proof)
      expect(await node.closed).toMatchObject({ code: 4426 })
    }
    const other = await NodeClient.open('impersonated')
    await other.register({ protocol, node: v.parse(NodeId, 'counted') })
    expect(await other.closed).toMatchObject({ reason: 'bad-message' })
    expect(await listed('impersonated')).not.toHaveProperty('unspoken')
  })

  test('N2 a second node under the same id is refused for as long as the first answers', async () => {
    await NodeClient.start('twin')
    const second = await NodeClient.open('twin')
    await second.register()
    expect(await second.closed).toMatchObject({
      code: 4409,
      reason: `node-id-taken retry-after=${NODE_HEARTBEAT_INTERVAL_MS}`,
    })
    expect(await nodes()).toEqual({ ok: true, nodes: 1 })
  })

  test('N2 a node that no longer answers gives its id up', async () => {
    const first = await NodeClient.start('frozen')
    first.answers = false
    await NodeClient.start('frozen')
    expect(await first.closed).toMatchObject({ code: 4409, reason: 'replaced' })
  })

  test('N2 garbage, or anything before registering, ends the connection', async () => {
    const node = await NodeClient.open('rude')
    node.send({ type: 'alive' })
    expect(await node.closed).toMatchObject({ code: 4409, reason: 'not-joined' })
  })
})

describe('rooms of a node', () => {
  test('N3 the same life of a node keeps its rooms when it connects anew', async () => {
    const node = await NodeClient.start('steady')
    const ada = await PageClient.open('steady-room')
    await ada.welcome('Ada')
    const again = await NodeClient.open('steady', node.session)
    await again.register()
    expect(await again.inbox.next((frame) => frame.type === 'registered')).toEqual({
      type: 'registered',
      rooms: [mediaRoom('steady-room')],
    })
    expect(ada.inbox.rest).toEqual([])
  })

  test('N3 the edge restarts: the node dials again, its rooms stay, and nobody notices', async () => {
    const node = await NodeClient.start('durable')
    const ada = await PageClient.open('durable-room')
    await ada.welcome('Ada')
    await evictAtRest(env.NODES.get(env.NODES.idFromName('durable')), { webSockets: 'close' })
    const again = await NodeClient.open('durable', node.session)
    await again.register()
    expect(await again.inbox.next((frame) => frame.type === 'registered')).toMatchObject({
      rooms: [mediaRoom('durable-room')],
    })
    expect(ada.inbox.rest).toEqual([])
  })

  test('F4 a node that a page suspects, and that answers, stays', async () => {
    const node = await NodeClient.start('quiet')
    const ada = await PageClient.open('quiet-room')
    const { media } = await ada.welcome('Ada')
    await ada.ask('suspect-node', { generation: media?.generation ?? 0 })
    await node.inbox.next((frame) => frame.type === 'are-you-alive')
    await scheduler.wait(NODE_SUSPECT_TIMEOUT_MS + 200)
    expect(ada.inbox.rest).toEqual([])
    expect(await nodes()).toEqual({ ok: true, nodes: 1 })
  })

  test('F4 one that does not answer is gone, and its rooms are told, though its socket is still open', async () => {
    const node = await NodeClient.start('mute')
    const ada = await PageClient.open('mute-room')
    const { self, media } = await ada.welcome('Ada')
    node.answers = false
    await ada.ask('suspect-node', { generation: media?.generation ?? 0 })
    expect((await ada.event('media-lost')).data).toMatchObject({ peers: [self] })
    expect(await node.closed).toMatchObject({ code: 4408, reason: 'ping-timeout' })
  })

  test('F4 a page of an earlier session suspects nothing', async () => {
    const node = await NodeClient.start('sound')
    const ada = await PageClient.open('sound-room')
    await ada.welcome('Ada')
    expect(await ada.ask('suspect-node', { generation: 7 })).toEqual({ refused: 'stale-media' })
    expect(node.inbox.rest.filter(({ type }) => type === 'are-you-alive')).toEqual([])
  })

  test('N15 a node that drains gets no more rooms, and its own are told to move', async () => {
    const node = await NodeClient.start('leaving')
    const ada = await PageClient.open('leaving-room')
    await ada.welcome('Ada')
    const next = await NodeClient.start('staying')
    node.send({ type: 'event', event: { event: 'draining' } })
    await ada.event('migration-started')
    expect(next.batches).toBeGreaterThan(0)
    const before = node.batches
    const ben = await PageClient.open('later-room')
    await ben.welcome('Ben')
    expect(node.batches).toBe(before)
  })

  test('N4 a node that goes is told to its rooms, and they go on when one is there again', async () => {
    const node = await NodeClient.start('brief')
    const ada = await PageClient.open('brief-room')
    await ada.welcome('Ada')
    node.drop()
    await ada.event('media-lost')
    await NodeClient.start('brief')
    expect((await ada.event('media-started')).data).toMatchObject({ media: { generation: 2 } })
  })

  test('N4 a room without a node is told as soon as there is one', async () => {
    const ada = await PageClient.open('early-room')
    expect((await ada.welcome('Ada')).media).toBeNull()
    await NodeClient.start('late')
    await ada.event('media-started')
  })

  test('N5 a node that falls silent is taken for dead', async () => {
    const node = await NodeClient.start('silent')
    const ada = await PageClient.open('silent-room')
    await ada.welcome('Ada')
    const stub = env.NODES.get(env.NODES.idFromName('silent'))
    await runInDurableObject(stub, (_object, ctx) => {
      for (const socket of ctx.getWebSockets()) {
        socket.serializeAttachment({ ...socket.deserializeAttachment(), heardAt: 0 })
      }
    })
    await runDurableObjectAlarm(stub)
    await ada.event('media-lost')
    expect(await node.closed).toMatchObject({ code: 4408, reason: 'ping-timeout' })
  })

  test('N6 a mediasoup worker that dies takes only its rooms, and they move', async () => {
    const node = await NodeClient.start('half')
    const ada = await PageClient.open('half-room')
    await ada.welcome('Ada')
    const ben = await PageClient.open('whole-room')
    await ben.welcome('Ben')
    node.send({ type: 'event', event: { event: 'routers-lost', rooms: [mediaRoom('half-room')] } })
    await ada.event('media-lost')
    await ada.event('media-started')
    expect(ben.inbox.rest).toEqual([])
  })

  test('N7 a node cannot end rooms that do not live on it', async () => {
    await NodeClient.start('honest')
    const ada = await PageClient.open('honest-room')
    await ada.welcome('Ada')
    const liar = await NodeClient.start('liar')
    liar.send({ type: 'event', event: { event: 'routers-lost', rooms: [mediaRoom('honest-room')] } })
    const load = {
      routers: 0,
      transports: 0,
      producers: 0,
      consumers: 0,
      cpu: 0,
      rooms: 0,
      people: 0,
      bitsPerSecond: 0,
      bytesThisMonth: 0,
    }
    liar.send({ type: 'event', event: { event: 'heartbeat', load, notAccepting: null } })
    await ada.ask('set-locked', { locked: true })
    await ada.event('room-settings-changed')
    expect(ada.inbox.rest).toEqual([])
  })

  test('L3 the last to leave frees the node', async () => {
    const node = await NodeClient.start('freed')
    const ada = await PageClient.open('freed-room')
    await ada.welcome('Ada')
    await ada.ask('leave', {})
    const closing = await node.inbox.next(
      (frame) => frame.type === 'batch' && frame.batch.ops.some((op) => op.op === 'close-router'),
    )
    expect(closing).toMatchObject({ batch: { room: mediaRoom('freed-room') } })
  })
})
