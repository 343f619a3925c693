import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newSendId } from '../../../protocol/ids.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { SignalConnection } from '../../../web/core/signalling/signal-connection.ts'
import { loadFormerVersion } from '../../../web/core/signalling/spoken-version.ts'
import * as protocol24 from '../../versions/protocol-24.ts'
import { peer, TOKEN, welcome } from '../room-state/room-samples.ts'
import { type Arrived, answer, EdgeDouble, refuse } from './edge-double.ts'

let edge: EdgeDouble
let connection: SignalConnection | undefined
let told: unknown[]

beforeEach(async () => {
  edge = await EdgeDouble.open()
  told = []
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(async () => {
  await connection?.leave(0)
  await edge.close()
  vi.restoreAllMocks()
})

function connect(load = loadFormerVersion) {
  connection = new SignalConnection({
    url: edge.url,
    joinParams: () => Promise.resolve({ name: peer('Ada').name, rtpCapabilities: null }),
    memory: { read: () => null, write() {}, forget() {} },
    timing: { reconnectMinMs: 5, reconnectMaxMs: 20 },
    loadFormerVersion: load,
    listener: {
      waiting: () => told.push('waiting'),
      cut: () => told.push('cut'),
      resumed: () => told.push('resumed'),
      welcomed: (welcomed: Welcome) => told.push(welcomed),
      happened: (event: PageEvent) => told.push(event),
      refused: ({ code }) => told.push(`refused ${code}`),
    },
  })
  return connection
}

const contract24: Readonly<Record<string, { params: v.GenericSchema; result: v.GenericSchema }>> =
  protocol24.pageContract

/** The next request, in the words of then and in no others. */
async function next24(): Promise<Arrived> {
  const arrived = await edge.next()
  const { params } = contract24[arrived.request] ?? { params: v.never() }
  expect(v.parse(params, arrived.params)).toEqual(arrived.params)
  return arrived
}

/** What an edge of version 24 does about a join of the newest version, or of one between: it reads it, refuses it, and closes the socket. */
async function refuseNewest(protocol = 26): Promise<Arrived> {
  const join = await edge.next()
  expect(join).toMatchObject({ request: 'join', params: { protocol } })
  v.assert(protocol24.pageContract.join.params, join.params)
  refuse(join, 'unsupported-protocol')
  join.socket.close(4426, 'unsupported-protocol')
  return join
}

function answer24(arrived: Arrived, result: object): void {
  const { result: schema } = contract24[arrived.request] ?? { result: v.never() }
  expect(v.parse(schema, result)).toEqual(result)
  answer(arrived, result)
}

function say24({ socket }: Arrived, frame: object): void {
  expect(v.parse(protocol24.EdgeFrame, frame)).toEqual(frame)
  socket.send(JSON.stringify(frame))
}

/** A welcome as it was worded then. */
function welcome24(): object {
  const { room, knocks, group: _later, ...same } = welcome()
  const { encrypted: _encrypted, spokenWords: _spoken, constantRate: _rate, ...then } = room
  const { permissions, turnLevel, ...facts } = then
  return { ...same, room: { ...facts, allowed: permissions, turn: turnLevel }, waiting: knocks }
}

const message24 = {
  id: 1,
  from: 'ben-----',
  name: 'ben',
  kind: 'chat',
  addressee: { to: 'everyone' },
  payload: 'from then',
  at: 1,
}
const closed24 = { locked: true, lobby: false, password: false, turn: 'all' }
const everything = { microphone: true, camera: true, screen: true, chat: true }

describe('V1 an edge that speaks version 24 alone', () => {
  test('is joined at once on another socket, and hears and says all in the words of then', async () => {
    const connected = connect()
    await refuseNewest()
    const refused = await refuseNewest(25)
    const join = await next24()
    expect(join.socket).not.toBe(refused.socket)
    expect(join.params).toEqual({ protocol: 24, name: 'Ada', rtpCapabilities: null })
    answer24(join, welcome24())
    await vi.waitFor(() => expect(told).toEqual([welcome()]))

    const sendId = newSendId()
    const sent = connected.request('send-message', {
      kind: 'chat',
      addressee: { to: 'everyone' },
      payload: 'hello',
      sendId,
    })
    const send = await next24()
    expect(send).toMatchObject({ request: 'send', params: { payload: 'hello', once: sendId } })
    answer24(send, { id: 1, at: 1 })
    expect(await sent).toEqual({ id: 1, at: 1 })
    const denied = connected.request('deny', { knock: peer('eve').id })
    refuse(await next24(), 'turned-away')
    await expect(denied).rejects.toMatchObject({ code: 'denied' })

    say24(join, { seq: 6, data: { event: 'relayed', message: message24 } })
    say24(join, { seq: 7, data: { event: 'room-changed', room: { ...closed24, allowed: everything } } })
    await vi.waitFor(() => expect(told).toHaveLength(3))
    expect(told.slice(1)).toMatchObject([
      { event: 'message', message: { payload: 'from then' } },
      {
        event: 'room-settings-changed',
        room: {
          locked: true,
          encrypted: false,
          spokenWords: null,
          constantRate: false,
          permissions: everything,
          turnLevel: 'all',
        },
      },
    ])
  })

  test('is spoken to in those words on every later socket, and what was missed is read', async () => {
    const connected = connect()
    await refuseNewest()
    await refuseNewest(25)
    const join = await next24()
    answer24(join, welcome24())
    await vi.waitFor(() => expect(told).toHaveLength(1))
    const viewed = connected.request('set-view', { tiles: [] })
    expect((await next24()).request).toBe('view')
    join.socket.terminate()
    const back = await next24()
    expect(back.params).toMatchObject({ protocol: 24, resume: { token: TOKEN, seq: 5, media: 'kept' } })
    const missed = [{ seq: 6, data: { event: 'relayed', message: message24 } }]
    answer24(back, { kind: 'resumed', missed })
    const again = await next24()
    expect(again.request).toBe('view')
    answer24(again, {})
    await viewed
    expect(told.slice(1)).toMatchObject(['cut', 'resumed', { event: 'message' }])
  })

  test('lets in from its lobby, or says in its words why not', async () => {
    connect()
    await refuseNewest()
    await refuseNewest(25)
    const join = await next24()
    answer24(join, { kind: 'waiting', ticket: TOKEN })
    say24(join, { lobby: 'let-in' })
    const again = await next24()
    expect(again).toMatchObject({ socket: join.socket, params: { protocol: 24, ticket: TOKEN } })
    answer24(again, { kind: 'waiting', ticket: TOKEN })
    again.socket.close(4403, 'turned-away')
    await vi.waitFor(() => expect(told).toEqual(['waiting', 'waiting', 'refused denied']))
  })
})

test('V1 an edge that speaks none of the versions is final, and none is tried twice', async () => {
  connect()
  await refuseNewest()
  await refuseNewest(25)
  const join = await next24()
  refuse(join, 'unsupported-protocol')
  join.socket.close(4426, 'unsupported-protocol')
  await vi.waitFor(() => expect(told).toEqual(['refused unsupported-protocol']))
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(edge.unread).toEqual([])
})

test('V1 where the words of then cannot be loaded, the page is out of date', async () => {
  connect(() => Promise.reject(new Error('gone')))
  await refuseNewest()
  await vi.waitFor(() => expect(told).toEqual(['refused unsupported-protocol']))
})

test('V1 whoever leaves while they are loaded is not joined any more', async () => {
  const loaded = Promise.withResolvers<void>()
  const connected = connect((version) => loaded.promise.then(() => loadFormerVersion(version)))
  const { socket } = await refuseNewest()
  await new Promise((resolve) => socket.once('close', resolve))
  await connected.leave(0)
  loaded.resolve()
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(edge.unread).toEqual([])
})

test('V1 a page that looks after its socket meanwhile ends up with one', async () => {
  const loaded = Promise.withResolvers<void>()
  const connected = connect((version) => loaded.promise.then(() => loadFormerVersion(version)))
  const { socket } = await refuseNewest()
  await new Promise((resolve) => socket.once('close', resolve))
  connected.wake()
  await refuseNewest()
  loaded.resolve()
  await refuseNewest(25)
  answer24(await next24(), welcome24())
  await vi.waitFor(() => expect(told).toEqual([welcome()]))
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(edge.unread).toEqual([])
})
