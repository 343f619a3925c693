import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { JOIN_DEADLINE_MS, MAX_BAD_MESSAGES } from '../../protocol/limits.ts'
import { ROUTER_RTP_CAPABILITIES } from '../../protocol/media/codecs.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import type { RoomObject } from '../../worker/room/room-object.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

/**
 * A client need not stop when the edge closes its socket: what it sends from then on still arrives, until it answers the
 * close. Here it goes on, and nothing comes of it.
 */

let room: string
let count = 0

beforeEach(async () => {
  count += 1
  room = `closed-${count}`
  await NodeClient.start(`closed-node-${count}`)
})

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const roomStub = (): DurableObjectStub<RoomObject> => env.ROOMS.get(env.ROOMS.idFromName(room))

const asText = (request: string, params: object): string => JSON.stringify({ id: 77, request, params })
const join = asText('join', {
  protocol: PAGE_EDGE.newest,
  name: 'Ghost',
  rtpCapabilities: ROUTER_RTP_CAPABILITIES,
})
const chat = asText('send-message', { kind: 'chat', addressee: { to: 'everyone' }, payload: 'from beyond' })

const Attachment = v.looseObject({ openedAt: v.number() })
const attachmentOf = (socket: WebSocket) => v.parse(Attachment, socket.deserializeAttachment())

/** The room's end of the sockets that are open, in the order in which they were opened. */
const socketsOf = (ctx: DurableObjectState): WebSocket[] =>
  ctx.getWebSockets().toSorted((one, other) => attachmentOf(one).openedAt - attachmentOf(other).openedAt)

function lastSocketOf(ctx: DurableObjectState): WebSocket {
  const last = socketsOf(ctx).at(-1)
  if (!last) throw new Error('no socket')
  return last
}

async function adaAndBen() {
  const ada = await PageClient.open(room)
  await ada.welcome('Ada')
  const ben = await PageClient.open(room)
  const benIs = await ben.welcome('Ben')
  await ada.event('peer-joined')
  return { ada, ben, benIs }
}

/** Who is in the room once `page` has been told everything. */
async function namesSeenBy(page: PageClient): Promise<unknown[]> {
  const again = await PageClient.open(room)
  const { peers } = await again.welcome('Witness')
  await again.ask('leave', {})
  await page.event('peer-joined')
  await page.event('peer-left')
  return peers.map(({ name }) => name)
}

describe('a socket that the edge has closed', () => {
  test('G7 J5 joins no more once it was told that it took too long', async () => {
    const ada = await PageClient.open(room)
    await ada.welcome('Ada')
    const eve = await PageClient.open(room)
    await runInDurableObject(roomStub(), (object, ctx) => {
      const socket = lastSocketOf(ctx)
      const scheduledTime = Date.now() + JOIN_DEADLINE_MS
      object.alarm({ isRetry: false, retryCount: 0, scheduledTime })
      object.webSocketMessage(socket, join)
    })
    expect(await eve.closed).toMatchObject({ code: 4408, reason: 'join-timeout' })
    expect(await namesSeenBy(ada)).toEqual(['Ada', 'Witness'])
    expect(eve.inbox.rest).toEqual([])
  })

  test('G7 G1 joins no more after too much garbage', async () => {
    const ada = await PageClient.open(room)
    await ada.welcome('Ada')
    const eve = await PageClient.open(room)
    for (let i = 0; i < MAX_BAD_MESSAGES; i += 1) eve.socket.send('garbage')
    eve.socket.send(join)
    expect(await eve.closed).toMatchObject({ code: 4400 })
    expect(await namesSeenBy(ada)).toEqual(['Ada', 'Witness'])
  })

  test('G7 R5 speaks for nobody once it was replaced', async () => {
    const { ada, benIs } = await adaAndBen()
    const former = await runInDurableObject(roomStub(), (_object, ctx) => lastSocketOf(ctx))
    const again = await PageClient.open(room)
    const resume = { token: benIs.resumeToken, seq: benIs.seq, media: 'kept' } as const
    await again.join('Ben', { resume })
    await runInDurableObject(roomStub(), (object) => object.webSocketMessage(former, chat))
    await again.ask('send-message', { kind: 'chat', addressee: { to: 'everyone' }, payload: 'from here' })
    expect((await ada.event('message')).data).toMatchObject({ message: { payload: 'from here' } })
  })

  test('G7 speaks for nobody when the room wakes before its client has answered', async () => {
    const { ada, ben, benIs } = await adaAndBen()
    // As it is when the edge has closed it; a client of this runtime would answer before the room can sleep.
    await runInDurableObject(roomStub(), (_object, ctx) => {
      const socket = lastSocketOf(ctx)
      socket.serializeAttachment({ ...attachmentOf(socket), over: true })
    })
    await evictAtRest(roomStub())
    ben.socket.send(chat)
    const again = await PageClient.open(room)
    await again.join('Ben', { resume: { token: benIs.resumeToken, seq: benIs.seq, media: 'kept' } })
    await again.ask('send-message', { kind: 'chat', addressee: { to: 'everyone' }, payload: 'from here' })
    expect((await ada.event('message')).data).toMatchObject({ message: { payload: 'from here' } })
  })

  test('G7 A6 knocks no more once it was removed', async () => {
    const { ada, ben, benIs } = await adaAndBen()
    await runInDurableObject(roomStub(), (object, ctx) => {
      const [first] = socketsOf(ctx)
      const last = lastSocketOf(ctx)
      if (first) object.webSocketMessage(first, asText('remove-peer', { peer: benIs.self }))
      object.webSocketMessage(last, join)
      object.webSocketMessage(last, chat)
    })
    await ada.event('peer-left')
    expect(await ben.closed).toMatchObject({ code: 4403, reason: 'removed' })
    expect(ben.inbox.rest).toEqual([])
    expect(await namesSeenBy(ada)).toEqual(['Ada', 'Witness'])
  })
})
