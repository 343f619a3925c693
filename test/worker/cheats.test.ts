import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { newProducerId, type PeerId, type ResumeToken } from '../../protocol/ids.ts'
import { RENAME_RATE } from '../../protocol/limits.ts'
import type { MediaSource } from '../../protocol/media/session.ts'
import { DisplayName } from '../../protocol/names/display-name.ts'
import { CreatorKey, PasswordProof } from '../../protocol/page-edge/door.ts'
import type { Welcome } from '../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import type { MemberAction } from '../../worker/room/core/access.ts'
import type { RoomObject } from '../../worker/room/room-object.ts'
import { rtpOf } from '../support/scripted-node.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

/** Ada opened the room and moderates it, Ben wants to talk, Dan waits in the lobby; and Eve wants what she may not. */
interface Scene {
  readonly ada: PageClient
  readonly ben: PageClient
  readonly eve: PageClient
  readonly adaId: PeerId
  readonly benId: PeerId
  readonly eveId: PeerId
  readonly danId: PeerId
  readonly eveToken: ResumeToken
}

let room: string
let count = 0

beforeEach(async () => {
  count += 1
  room = `cheats-${count}`
  await NodeClient.start(`cheats-node-${count}`)
})

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const key = v.parse(CreatorKey, 'a'.repeat(43))
const proof = v.parse(PasswordProof, 'e'.repeat(43))
const called = (name: string) => v.parse(DisplayName, name)
const roomStub = (): DurableObjectStub<RoomObject> => env.ROOMS.get(env.ROOMS.idFromName(room))
const nameOf = ({ self, peers }: Welcome) => peers.find(({ id }) => id === self)?.name
const everyone = { to: 'everyone' } as const

const show = (page: PageClient, source: MediaSource, producer = newProducerId()) =>
  page.ask('produce', { generation: 1, producer, source, rtpParameters: rtpOf(source), paused: false })

/** A right that Eve does not have, and how she tries to use it; `first` is what makes it one that she does not have. */
interface Cheat {
  readonly first?: (scene: Scene) => Promise<unknown>
  readonly ask: (by: PageClient, scene: Scene) => Promise<object>
}

const forbid =
  (permission: 'microphone' | 'camera' | 'screen' | 'chat') =>
  ({ ada }: Scene) =>
    ada.ask('set-permission', { permission, allowed: false })

const spoken = newProducerId()

/** Each right that `can` decides, so that none is added without somebody who tries to take it. */
const CHEATS: Record<MemberAction['do'], readonly [Cheat, ...Cheat[]]> = {
  produce: [
    { first: forbid('microphone'), ask: (by) => show(by, 'microphone') },
    { first: forbid('camera'), ask: (by) => show(by, 'camera') },
    { first: forbid('screen'), ask: (by) => show(by, 'screen') },
    { first: forbid('screen'), ask: (by) => show(by, 'screen-audio') },
  ],
  unmute: [
    {
      first: async (scene) => {
        await show(scene.eve, 'microphone', spoken)
        await forbid('microphone')(scene)
      },
      ask: (by) => by.ask('set-producer-paused', { producer: spoken, paused: false }),
    },
  ],
  'send-message': [
    {
      first: forbid('chat'),
      ask: (by) => by.ask('send-message', { kind: 'chat', addressee: everyone, payload: 'hello' }),
    },
    {
      first: forbid('chat'),
      ask: (by, { benId }) =>
        by.ask('send-message', { kind: 'file', addressee: { to: 'peer', peer: benId }, payload: 'hello' }),
    },
  ],
  'clear-message': [{ ask: (by, { benId }) => by.ask('clear-message', { kind: 'hand', peer: benId }) }],
  promote: [
    { ask: (by, { eveId }) => by.ask('set-role', { peer: eveId, role: 'moderator' }) },
    { ask: (by, { benId }) => by.ask('set-role', { peer: benId, role: 'moderator' }) },
  ],
  demote: [{ ask: (by, { adaId }) => by.ask('set-role', { peer: adaId, role: 'participant' }) }],
  'remove-peer': [
    { ask: (by, { benId }) => by.ask('remove-peer', { peer: benId }) },
    { ask: (by, { adaId }) => by.ask('remove-peer', { peer: adaId }) },
  ],
  'set-locked': [{ ask: (by) => by.ask('set-locked', { locked: true }) }],
  'set-lobby': [{ ask: (by) => by.ask('set-lobby', { lobby: false }) }],
  'set-password': [{ ask: (by) => by.ask('set-password', { password: proof }) }],
  admit: [
    { ask: (by, { danId }) => by.ask('admit', { knock: danId }) },
    { ask: (by) => by.ask('admit', { knock: null }) },
  ],
  deny: [{ ask: (by, { danId }) => by.ask('deny', { knock: danId }) }],
  'set-permission': [{ ask: (by) => by.ask('set-permission', { permission: 'chat', allowed: false }) }],
  'stop-source': [
    { ask: (by, { benId }) => by.ask('stop-source', { peer: benId, source: 'microphone' }) },
    { ask: (by) => by.ask('stop-source', { peer: null, source: 'microphone' }) },
  ],
  'ask-unmute': [{ ask: (by, { benId }) => by.ask('ask-unmute', { peer: benId }) }],
}

async function scene(): Promise<Scene> {
  const ada = await PageClient.open(room)
  const { self: adaId } = await ada.welcome('Ada', { creatorKey: key })
  const ben = await PageClient.open(room)
  const { self: benId } = await ben.welcome('Ben')
  const eve = await PageClient.open(room)
  const { self: eveId, resumeToken: eveToken } = await eve.welcome('Eve')
  await show(ben, 'microphone')
  await ben.ask('send-message', { kind: 'hand', addressee: everyone, payload: '' })
  await ada.ask('set-lobby', { lobby: true })
  const dan = await PageClient.open(room)
  await dan.join('Dan')
  const { data } = await ada.event('knocked')
  if (data.event !== 'knocked') throw new Error('nobody knocked')
  return { ada, ben, eve, adaId, benId, eveId, danId: data.knock.id, eveToken }
}

/** All that those two have heard until now: their next answers come after whatever was told them before. */
async function heardBy({ ada, ben }: Scene): Promise<string> {
  for (const page of [ada, ben]) await page.ask('message-history', { after: 0 })
  return JSON.stringify([ada.inbox.rest, ben.inbox.rest])
}

const cheats = Object.entries(CHEATS).flatMap(([right, tries]) =>
  tries.map((cheat, index) => [`${right} (${index + 1})`, cheat] as const),
)

describe('a client that cheats, on a real socket: a typed refusal, and the others notice nothing', () => {
  test.each(cheats)('A1 %s', async (_right, { first, ask }) => {
    const here = await scene()
    await first?.(here)
    const before = await heardBy(here)
    expect(await ask(here.eve, here)).toEqual({ refused: 'not-allowed' })
    expect(await heardBy(here)).toBe(before)
  })

  test.each(cheats)(
    'A3 D5 %s, before one has joined, and while one waits in the lobby',
    async (_right, { ask }) => {
      const here = await scene()
      const outside = await PageClient.open(room)
      const waiting = await PageClient.open(room)
      await waiting.join('Gil')
      await here.ada.event('knocked')
      const before = await heardBy(here)
      expect(await ask(outside, here)).toEqual({ refused: 'not-joined' })
      expect(await ask(waiting, here)).toEqual({ refused: 'not-joined' })
      expect(await heardBy(here)).toBe(before)
    },
  )
})

const NO_NAMES = [
  ['of 10,000 characters', 'x'.repeat(10_000)],
  ['of 41 characters', 'x'.repeat(41)],
  ['that turns its surroundings around', '\u202eadA'],
  ['of a blank without width', 'A\u200bda'],
  ['with a blank before it', ' Ada'],
  ['that nobody sees', '\u200d\ufe0f'],
  ['that nobody sees, of letters', '\u3164'],
  ['that is empty', ''],
  ['that is no text', 7],
] as const

/** Asks for something that the contract does not have, and says what came of it. */
async function askFor(page: PageClient, request: string, params: object): Promise<object> {
  page.socket.send(JSON.stringify({ id: 99, request, params }))
  return await page.inbox.next((frame) => 'id' in frame && frame.id === 99)
}

test.each(NO_NAMES)('J9 a name %s is refused, and the next one is welcome', async (_what, name) => {
  const ada = await PageClient.open(room)
  await ada.welcome('Ada')
  const eve = await PageClient.open(room)
  const params = { protocol: PAGE_EDGE.newest, name, rtpCapabilities: null }
  expect(await askFor(eve, 'join', params)).toMatchObject({ error: { code: 'bad-message' } })
  expect((await eve.welcome('👩‍👩‍👧 Eve')).peers.map((peer) => peer.name)).toEqual(['Ada', '👩‍👩‍👧 Eve'])
})

describe('whoever would be called otherwise', () => {
  test.each(NO_NAMES)('A7 J9 is refused a name %s, and nobody hears of it', async (_what, name) => {
    const here = await scene()
    const before = await heardBy(here)
    expect(await askFor(here.eve, 'rename', { name })).toMatchObject({ error: { code: 'bad-message' } })
    expect(await heardBy(here)).toBe(before)
  })

  test('A7 names nobody else: whom the request says is passed over', async () => {
    const here = await scene()
    const { ben, eve, benId, eveId } = here
    expect(await askFor(eve, 'rename', { name: 'Ada', peer: benId })).toMatchObject({ result: {} })
    expect((await ben.event('peer-renamed')).data).toEqual({
      event: 'peer-renamed',
      peer: eveId,
      name: 'Ada',
    })
  })

  test('A7 is refused more often than the others would like, on another socket as well, and stays', async () => {
    const here = await scene()
    const { ben, eve } = here
    const names = Array.from({ length: RENAME_RATE.burst }, (_, index) => called(`Eve ${index}`))
    for (const name of names) expect(await eve.ask('rename', { name })).toEqual({})
    const before = await heardBy(here)
    expect(await eve.ask('rename', { name: called('Eve again') })).toEqual({ refused: 'rate-limited' })
    const again = await PageClient.open(room)
    const resume = { token: here.eveToken, seq: 0, media: 'gone' } as const
    const welcomed = await again.welcome('Eve', { resume })
    expect(nameOf(welcomed)).toBe(names.at(-1))
    expect(await again.ask('rename', { name: called('Eve again') })).toEqual({ refused: 'rate-limited' })
    expect(await heardBy(here)).not.toContain('Eve again')
    expect(await ben.ask('rename', { name: called('Benjamin') })).toEqual({})
    expect(before).toContain(names.at(-1))
  })

  test('G8 A7 is told when the next name may come', async () => {
    const { eve } = await scene()
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    for (let i = 0; i < RENAME_RATE.burst; i += 1) await eve.ask('rename', { name: called(`Eve ${i}`) })
    const retryAfterMs = 1_000 / RENAME_RATE.perSecond
    expect(await askFor(eve, 'rename', { name: 'Eve again' })).toMatchObject({
      error: { code: 'rate-limited', retryAfterMs },
    })
    vi.setSystemTime(Date.now() + retryAfterMs)
    expect(await eve.ask('rename', { name: called('Eve again') })).toEqual({})
  })

  test('A3 A7 is in the room: neither before they joined, nor while they wait', async () => {
    const here = await scene()
    const outside = await PageClient.open(room)
    const waiting = await PageClient.open(room)
    await waiting.join('Gil')
    await here.ada.event('knocked')
    const before = await heardBy(here)
    for (const page of [outside, waiting])
      expect(await page.ask('rename', { name: called('Dan') })).toEqual({ refused: 'not-joined' })
    expect(await heardBy(here)).toBe(before)
  })

  test('A7 E1 E3 is called so by an edge that slept, and by one that was begun anew', async () => {
    const { ben, eve, eveId, eveToken } = await scene()
    await eve.ask('rename', { name: called('Eve L.') })
    await evictAtRest(roomStub())
    await ben.event('peer-renamed')
    const again = await PageClient.open(room)
    const resume = { token: eveToken, seq: 0, media: 'gone' } as const
    const welcomed = await again.welcome('Eve', { resume })
    expect(welcomed.self).toBe(eveId)
    expect(nameOf(welcomed)).toBe('Eve L.')
    await evictAtRest(roomStub(), { webSockets: 'close' })
    const later = await PageClient.open(room)
    expect(nameOf(await later.welcome('Eve', { resume }))).toBe('Eve L.')
  })
})
