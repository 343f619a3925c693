import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newSendId } from '../../../protocol/ids.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { Sealed } from '../../../protocol/page-edge/sealed.ts'
import type { OpenedEvent, OpenedWelcome } from '../../../web/core/encryption/opened.ts'
import { newRoomSecret } from '../../../web/core/encryption/room-secret.ts'
import { RoomSignalling } from '../../../web/core/encryption/room-signalling.ts'
import type { Sealing } from '../../../web/core/encryption/sealing.ts'
import { LANGUAGES } from '../../../web/i18n/languages.ts'
import { peer, welcome } from '../room-state/room-samples.ts'
import { type Arrived, answer, EdgeDouble, refuse, tell } from '../signalling/edge-double.ts'
import { contentKeysOf, everyone, newLeaf, quietFacts, SealingPage, sealedRoom } from './sealed-room.ts'

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
      timing: { reconnectMinMs: 5, reconnectMaxMs: 20, rateLimitPauseMs: 5 },
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

/** It is not answered: in the end the room is left. */
const leaveOpen = (asked: Promise<unknown>): void => void asked.catch(() => {})

/** Cy is in, with Ada, and the group has a content key; `cutOff` has the socket fall, and resolves with the join by which Cy comes back. */
async function joined() {
  const group = Promise.withResolvers<void>()
  let settled = Promise.resolve()
  const { cy, ada } = await sealedRoom({ by: 1, facts: { ...quietFacts(), settled: () => settled } })
  const room = enter(Promise.resolve(cy.sealing))
  const join = await edge.next()
  answer(join, of(cy, [ada]))
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  const cutOff = (): Promise<Arrived> => {
    edge.cut()
    return edge.next()
  }
  /** Its group has to work off what it missed, until the test says that it has. */
  const hasMissed = (): void => {
    settled = group.promise
  }
  return { cy, ada, room, cutOff, hasMissed, workedOff: group.resolve }
}

const SealedPayload = v.object({ sealed: Sealed })

/** The key by which a message was sealed. */
const keyOf = ({ params }: Arrived): string => v.parse(SealedPayload, params['payload']).sealed.slice(0, 2)

test('K38 what was on its way when the socket fell is sealed anew, and the same message all the same', async () => {
  const { cy, ada, room, cutOff } = await joined()
  const sendId = newSendId()
  const sent = room.send({ kind: 'chat', addressee: everyone, payload: 'hello', sendId })
  expect(keyOf(await edge.next())).toBe('1.')
  const back = await cutOff()
  // Somebody was put out meanwhile.
  for (const { contentKeys } of [cy, ada]) contentKeys.take(contentKeysOf(1, 2), 2)
  answer(back, { kind: 'resumed', missed: [] })
  const again = await edge.next()
  expect([keyOf(again), again.params['sendId']]).toEqual(['2.', sendId])
  const { sealed } = v.parse(SealedPayload, again.params['payload'])
  const key = await ada.contentKeys.whenKnown()
  const context = { kind: 'chat', addressee: everyone } as const
  const words = await ada.sealing.messages.open(key, context, cy.sealing.stay, sealed)
  expect(words).toEqual({ payload: 'hello', number: 0 })
  answer(again, { id: 7, at: 1 })
  expect(await sent).toEqual({ id: 7, at: 1 })
})

test('K38 what takes a message back stays behind it when they are sent again, and all else goes at once', async () => {
  const { cy, room, cutOff, hasMissed, workedOff } = await joined()
  const lower = (): void => leaveOpen(room.clear({ kind: 'hand', peer: cy.id }))
  const describe = (): void => leaveOpen(room.ask('describe-group', {}))
  const next = async (): Promise<string> => (await edge.next()).request
  leaveOpen(room.send({ kind: 'hand', addressee: everyone, payload: '1' }))
  lower()
  expect([await next(), await next()]).toEqual(['send-message', 'clear-message'])
  describe()
  expect(await next()).toBe('describe-group')
  hasMissed()
  answer(await cutOff(), { kind: 'resumed', missed: [] })
  expect(await next()).toBe('describe-group')
  lower()
  describe()
  expect(await next()).toBe('describe-group')
  // Another cut in the middle of it.
  answer(await cutOff(), { kind: 'resumed', missed: [] })
  expect([await next(), await next()]).toEqual(['describe-group', 'describe-group'])
  workedOff()
  expect([await next(), await next(), await next()]).toEqual([
    'send-message',
    'clear-message',
    'clear-message',
  ])
  describe()
  expect(await next()).toBe('describe-group')
})

test.each(['has left', 'is in no group with us any more'])(
  'K41 what was for one person stays so when it is sent again, also where it seems meanwhile that that one %s',
  async (what) => {
    const { cy, ada, room, cutOff } = await joined()
    const [own, theirs] = [await newLeaf(), await newLeaf()]
    cy.leafKeys.take(own.own, new Map([[ada.sealing.stay, theirs.told]]))
    const context = { kind: 'chat', addressee: { to: 'peer', peer: ada.id } } as const
    leaveOpen(room.send({ ...context, payload: 'for Ada' }))
    const first = await edge.next()
    const back = await cutOff()
    if (what !== 'has left') cy.leafKeys.leaveGroup()
    const missed = what === 'has left' ? [{ seq: 9, data: { event: 'peer-left', peer: ada.id } }] : []
    answer(back, { kind: 'resumed', missed })
    const key = await cy.contentKeys.whenKnown()
    for (const { params } of [first, await edge.next()]) {
      const { sealed } = v.parse(SealedPayload, params['payload'])
      expect(await cy.sealing.messages.open(key, context, cy.sealing.stay, sealed)).toBeNull()
    }
  },
)

test('what is refused as too often is sealed anew when it is sent again', async () => {
  const { cy, room } = await joined()
  leaveOpen(room.send({ kind: 'chat', addressee: everyone, payload: 'x' }))
  const first = await edge.next()
  cy.contentKeys.take(contentKeysOf(1, 2), 2)
  refuse(first, 'rate-limited', 5)
  expect([keyOf(first), keyOf(await edge.next())]).toEqual(['1.', '2.'])
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
