import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { ROUTER_RTP_CAPABILITIES } from '../../protocol/media/codecs.ts'
import type { EdgeToNodeFrame } from '../../protocol/node-edge/frames.ts'
import { someDtls, someRtp } from '../support/scripted-node.ts'
import * as protocol24 from '../versions/protocol-24.ts'
import { Inbox } from './inbox.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

type Frame24 = v.InferOutput<typeof protocol24.EdgeFrame>
type Name24 = keyof typeof protocol24.pageContract

/** A page of version 24: what it sends and what it is sent go through the schemas of then, in the words of then. */
class Page24 {
  readonly inbox: Inbox<Frame24>
  readonly closed: Promise<CloseEvent>
  readonly #socket: WebSocket
  #id = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    this.inbox = new Inbox(socket, (text) => v.parse(protocol24.EdgeFrame, JSON.parse(text)))
    this.closed = new Promise((resolve) => socket.addEventListener('close', resolve))
    socket.accept()
  }

  static async open(room: string): Promise<Page24> {
    const url = `http://edge/api/rooms/${room}/socket`
    const { webSocket } = await exports.default.fetch(url, { headers: { upgrade: 'websocket' } })
    if (!webSocket) throw new Error('no socket')
    return new Page24(webSocket)
  }

  /** The result, in the schema of then, or the code of an error. */
  async ask(request: Name24, params: object): Promise<object> {
    this.#id += 1
    const id = this.#id
    const said = v.parse(protocol24.pageContract[request].params as v.GenericSchema, params)
    expect(said).toEqual(params)
    this.#socket.send(JSON.stringify({ id, request, params }))
    const frame = await this.inbox.next((one) => 'id' in one && one.id === id)
    if ('error' in frame) return { refused: frame.error.code }
    if (!('result' in frame)) throw new Error('neither a result nor an error')
    return v.parse(protocol24.pageContract[request].result as v.GenericSchema<object, object>, frame.result)
  }

  sayRaw(frame: object): void {
    this.#socket.send(JSON.stringify(frame))
  }

  join(name: string, more: object = {}): Promise<object> {
    return this.ask('join', { protocol: 24, name, rtpCapabilities: ROUTER_RTP_CAPABILITIES, ...more })
  }

  async event(name: string): Promise<object> {
    const frame = await this.inbox.next((one) => 'seq' in one && one.data.event === name)
    if (!('seq' in frame)) throw new Error('no event')
    return frame.data
  }

  close(): void {
    this.#socket.close(1000, 'cut')
  }
}

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const everyone = { to: 'everyone' } as const
const welcomed = (result: object) =>
  v.parse(v.looseObject({ self: v.string(), resumeToken: v.string(), seq: v.number() }), result)

describe('V1 a page of version 24', () => {
  test('joins, sends media and messages, moderates and resumes among pages of today', async () => {
    await NodeClient.start('carrier-of-both')
    const ada = await Page24.open('of-both-versions')
    const adaIs = await ada.join('Ada')
    expect(adaIs).toMatchObject({
      kind: 'welcome',
      waiting: [],
      room: { allowed: { chat: true }, turn: 'all' },
      media: { generation: 1 },
    })
    const ben = await PageClient.open('of-both-versions')
    const { self: benId } = await ben.welcome('Ben')
    expect(await ada.event('peer-joined')).toMatchObject({ peer: { name: 'Ben' } })

    const connecting = { generation: 1, direction: 'send', dtlsParameters: someDtls }
    expect(await ada.ask('connect-transport', connecting)).toEqual({})
    const producer = 'producer-of-ada'
    const produced = { generation: 1, producer, source: 'microphone', rtpParameters: someRtp, paused: false }
    expect(await ada.ask('produce', produced)).toEqual({})
    expect((await ben.event('producer-added')).data).toMatchObject({ producer: { id: producer } })
    const tiles = [{ producer, width: 1, height: 1, rank: 'speaker' }]
    expect(await ada.ask('view', { tiles })).toEqual({})
    expect(await ada.ask('report-path', { generation: 1, relayed: false })).toEqual({})

    const once = 's'.repeat(16)
    const said = { kind: 'chat', addressee: everyone, payload: 'from then', once }
    expect(await ada.ask('send', said)).toMatchObject({ id: 1 })
    expect(await ada.ask('send', said)).toMatchObject({ id: 1 })
    expect((await ben.event('message')).data).toMatchObject({ message: { payload: 'from then' } })
    await ben.ask('send-message', { kind: 'chat', addressee: everyone, payload: 'from today' })
    expect(await ada.event('relayed')).toMatchObject({ message: { payload: 'from today' } })
    await ben.ask('send-message', { kind: 'hand', addressee: everyone, payload: '' })
    expect(await ada.ask('clear-relay', { kind: 'hand', peer: benId })).toEqual({})
    expect(await ada.event('relay-cleared')).toMatchObject({ peer: benId, kind: 'hand' })
    expect(await ada.ask('relay-history', { after: 0 })).toMatchObject({ messages: [{ id: 1 }, { id: 2 }] })

    expect(await ada.ask('set-allowed', { what: 'chat', allowed: false })).toEqual({})
    expect(await ada.event('room-changed')).toMatchObject({ room: { allowed: { chat: false } } })
    expect((await ben.event('room-settings-changed')).data).toMatchObject({
      room: { permissions: { chat: false } },
    })

    const { resumeToken: token, seq } = welcomed(adaIs)
    ada.close()
    const again = await Page24.open('of-both-versions')
    expect(await again.join('Ada', { resume: { token, seq, media: 'kept' } })).toMatchObject({
      kind: 'resumed',
      missed: expect.arrayContaining([
        { seq: expect.any(Number), data: expect.objectContaining({ event: 'relayed' }) },
        { seq: expect.any(Number), data: expect.objectContaining({ event: 'room-changed' }) },
      ]),
    })
    expect(await again.ask('remove', { peer: benId })).toEqual({})
    expect(await ben.closed).toMatchObject({ reason: 'removed' })
    await again.ask('leave', {})
  })

  test('knocks, is let in or turned away, and is told so by the names of then', async () => {
    const ada = await PageClient.open('door-of-both')
    await ada.welcome('Ada')
    await ada.ask('set-lobby', { lobby: true })
    const [eve, dan] = [await Page24.open('door-of-both'), await Page24.open('door-of-both')]
    const knocks = [await eve.join('Eve'), await dan.join('Dan')]
    expect(knocks).toMatchObject([{ kind: 'waiting' }, { kind: 'waiting' }])
    const ids = [(await ada.event('knocked')).data, (await ada.event('knocked')).data].map((data) =>
      data.event === 'knocked' ? data.knock.id : null,
    )
    await ada.ask('admit', { knock: ids[0] ?? null })
    expect(await eve.inbox.next((frame) => 'lobby' in frame)).toEqual({ lobby: 'let-in' })
    const { ticket } = v.parse(v.looseObject({ ticket: v.string() }), knocks[0])
    expect(await eve.join('Eve', { ticket })).toMatchObject({ kind: 'welcome', room: { lobby: true } })
    if (ids[1]) await ada.ask('deny', { knock: ids[1] })
    expect(await dan.closed).toMatchObject({ code: 4403, reason: 'turned-away' })
    await eve.ask('leave', {})
  })

  test('is understood by the names of then alone', async () => {
    const eve = await Page24.open('names-of-today')
    await eve.join('Eve')
    eve.sayRaw({ id: 2, request: 'set-permission', params: { permission: 'chat', allowed: false } })
    expect(await eve.inbox.next((frame) => 'id' in frame && frame.id === 2)).toMatchObject({
      error: { code: 'bad-message' },
    })
    expect(await eve.ask('set-allowed', { what: 'chat', allowed: false })).toMatchObject({})
  })

  test.each([23, 27, 1e300])('J3 a page of version %s is refused', async (protocol) => {
    const eve = await Page24.open(`version-${String(protocol).replace('+', '')}`)
    expect(await eve.join('Eve', { protocol })).toEqual({ refused: 'unsupported-protocol' })
    expect(await eve.closed).toMatchObject({ code: 4426 })
  })
})

test('V1 a node of version 24 registers, carries a room, and tells of it', async () => {
  const seen: EdgeToNodeFrame['type'][] = []
  const node = await NodeClient.startAs24('of-then', (text) => {
    const frame = v.parse(protocol24.EdgeToNodeFrame, JSON.parse(text))
    expect(frame).toEqual(JSON.parse(text))
    seen.push(frame.type)
  })
  const ada = await PageClient.open('carried-by-then')
  const { media } = await ada.welcome('Ada')
  expect(media).not.toBeNull()
  await ada.ask('connect-transport', { generation: 1, direction: 'send', dtlsParameters: someDtls })
  await ada.ask('report-path', { generation: 1, viaTurn: true })
  expect(await node.inbox.next((frame) => asksFor(frame, 'set-turn-level'))).toBeDefined()
  node.send({ type: 'event', event: { event: 'turn-bytes', rooms: [] } })
  expect(seen).toEqual(expect.arrayContaining(['challenge', 'registered', 'batch']))
})

const asksFor = (frame: EdgeToNodeFrame, op: string): boolean =>
  frame.type === 'batch' && frame.batch.ops.some((each) => each.op === op)
