import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { OpenedEvent, OpenedWelcome } from '../../../web/core/encryption/opened.ts'
import { newRoomSecret } from '../../../web/core/encryption/room-secret.ts'
import { RoomSignalling } from '../../../web/core/encryption/room-signalling.ts'
import type { Sealing } from '../../../web/core/encryption/sealing.ts'
import { LANGUAGES } from '../../../web/i18n/languages.ts'
import { peer, welcome } from '../room-state/room-samples.ts'
import { answer, EdgeDouble, refuse, tell } from '../signalling/edge-double.ts'
import { everyone, SealingPage, sealedRoom } from './sealed-room.ts'

let edge: EdgeDouble
let signalling: RoomSignalling | undefined
let heard: (OpenedWelcome | OpenedEvent | string)[]
let tampered: number
const name = peer('cy').name

beforeEach(async () => {
  edge = await EdgeDouble.open()
  heard = []
  tampered = 0
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(async () => {
  await signalling?.leave(0)
  await edge.close()
  vi.restoreAllMocks()
})

function enter(sealing: Promise<Sealing> | null): RoomSignalling {
  signalling = new RoomSignalling({
    connection: {
      url: edge.url,
      memory: { read: () => null, write: () => {}, forget: () => {} },
      timing: { reconnectMinMs: 5, reconnectMaxMs: 20 },
    },
    joinParams: () => Promise.resolve({ name, rtpCapabilities: null }),
    sealing,
    unreadableName: () => v.parse(DisplayName, '?'),
    introduced: () => {},
    tampered: () => {
      tampered += 1
    },
    listener: {
      waiting: () => heard.push('waiting'),
      cut: () => heard.push('cut'),
      resumed: () => heard.push('resumed'),
      refused: ({ code }) => heard.push(`refused ${code}`),
      welcomed: (welcomed) => heard.push(welcomed),
      happened: (event) => heard.push(event),
    },
  })
  return signalling
}

const of = (cy: SealingPage, others: readonly SealingPage[] = [], encrypted = true) => ({
  ...welcome(),
  self: cy.id,
  room: { ...welcome().room, encrypted },
  peers: [...others, cy].map((page) => page.peer),
})

test('K5 with a secret nothing plain goes out: neither name nor words, and the link is proved', async () => {
  const { cy, ada } = await sealedRoom()
  const loaded = Promise.withResolvers<Sealing>()
  const room = enter(loaded.promise)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(edge.unread).toEqual([])
  loaded.resolve(cy.sealing)
  const join = await edge.next()
  expect(join.params).toEqual({
    protocol: 26,
    rtpCapabilities: null,
    linkProof: cy.sealing.linkProof,
    name: cy.introduction,
  })
  answer(join, of(cy, [ada]))
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  expect(heard).toMatchObject([{ peers: [{ name: 'ada' }, { name: 'cy' }] }])

  const sent = room.send({ kind: 'chat', addressee: everyone, payload: 'a secret word' })
  const send = await edge.next()
  expect(JSON.stringify(send.params)).not.toContain('secret word')
  answer(send, { id: 4, at: 1 })
  expect(await sent).toEqual({ id: 4, at: 1 })
  const own = { from: cy.id, name: cy.introduction, kind: 'chat', addressee: everyone, at: 1 }
  // What we said does not come back to us under another number.
  tell(join.socket, 9, { event: 'message', message: { ...own, id: 5, payload: send.params['payload'] } })
  await vi.waitFor(() => expect(tampered).toBe(1))
  void room.rename(peer('cyrus').name)
  const rename = await edge.next()
  expect(rename.params).toEqual({ name: { sealed: expect.any(String) } })
  expect(await cy.sealing.openName(rename.params['name'] as never)).toMatchObject({ name: 'cyrus' })
  answer(rename, {})

  const past = room.history(0)
  const asked = await edge.next()
  const messages = [await ada.say(1, 'hello'), { ...(await ada.say(2, 'x')), payload: 'plain' }]
  answer(asked, { messages: [...messages, { ...own, id: 4, payload: send.params['payload'] }], more: true })
  expect(await past).toMatchObject({
    messages: [{ payload: 'hello' }, { payload: 'a secret word' }],
    last: 4,
    more: true,
  })
  expect(tampered).toBe(2)
})

test('K5 with a secret a room that is said not to be encrypted is left, at once or later', async () => {
  const { cy } = await sealedRoom()
  enter(Promise.resolve(cy.sealing))
  answer(await edge.next(), of(cy, [], false))
  await vi.waitFor(() => expect(heard).toEqual(['refused not-encrypted']))
  heard = []
  enter(Promise.resolve(cy.sealing))
  const join = await edge.next()
  answer(join, of(cy))
  tell(join.socket, 9, { event: 'room-settings-changed', room: { ...welcome().room, encrypted: false } })
  await vi.waitFor(() => expect(heard.at(-1)).toBe('refused not-encrypted'))
  await expect(signalling?.ask('set-locked', { locked: true })).rejects.toMatchObject({ code: 'not-joined' })
})

test('K5 an edge that knows nothing of encryption is not joined in an older version', async () => {
  const { cy } = await sealedRoom()
  enter(Promise.resolve(cy.sealing))
  const join = await edge.next()
  refuse(join, 'unsupported-protocol')
  join.socket.close(4426, 'unsupported-protocol')
  await vi.waitFor(() => expect(heard).toEqual(['refused unsupported-protocol']))
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(edge.unread).toEqual([])
})

test('K5 where the code of encryption does not come, nothing is said', async () => {
  const gone = Promise.reject(new Error('gone'))
  // Whoever loads it says so.
  gone.catch(() => {})
  enter(gone)
  await vi.waitFor(() => expect(heard).toEqual(['refused internal']))
  expect(edge.unread).toEqual([])
})

test('K5 without a secret all is plain, an older version is spoken, and a room that is said to be encrypted is left', async () => {
  const eve = await SealingPage.enter('eve', newRoomSecret())
  enter(null)
  const first = await edge.next()
  expect(first.params).toEqual({ protocol: 26, name: 'cy', rtpCapabilities: null })
  refuse(first, 'unsupported-protocol')
  first.socket.close(4426, 'unsupported-protocol')
  const join = await edge.next()
  expect(join.params).toEqual({ protocol: 25, name: 'cy', rtpCapabilities: null })
  const { encrypted: _unknown, ...then } = welcome().room
  answer(join, { ...welcome([peer('ben')]), room: then })
  await vi.waitFor(() => expect(heard).toMatchObject([{ room: { encrypted: false } }]))
  tell(join.socket, 9, { event: 'peer-joined', peer: eve.peer })
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ event: 'peer-joined', peer: { name: '?' } }))
  expect(tampered).toBe(1)
  tell(join.socket, 10, { event: 'room-settings-changed', room: { ...welcome().room, encrypted: true } })
  await vi.waitFor(() => expect(heard.at(-1)).toBe('refused link-required'))
})

test('K4 what somebody is called whose name does not open is a name in every language', async () => {
  for (const language of Object.values(LANGUAGES)) {
    const { encryption } = await language.load()
    expect(v.is(DisplayName, encryption.unreadableName), language.name).toBe(true)
  }
})
