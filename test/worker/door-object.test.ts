import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BrowserId, newResumeToken } from '../../protocol/ids.ts'
import {
  DOOR_TRIES_BURST,
  EMPTY_ROOM_GRACE_MS,
  KEPT_NAMES_BURST,
  KEPT_NAMES_PER_DAY,
  MAX_COUNTED_KEEPERS,
  NETWORK_TRIES_BURST,
} from '../../protocol/limits.ts'
import { CreatorKey, newTicket, PasswordProof, Ticket } from '../../protocol/page-edge/door.ts'
import type { PageParams } from '../../protocol/page-edge/requests.ts'
import { KeptNames } from '../../worker/directory/kept-names.ts'
import type { RoomObject } from '../../worker/room/room-object.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

const HOME = '192.0.2.1'
const CAFE = '2001:db8:1:2::3'

let room: string
let count = 0

beforeEach(async () => {
  count += 1
  room = `door-${count}`
  await NodeClient.start(`door-node-${count}`)
})

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const roomStub = (): DurableObjectStub<RoomObject> => env.ROOMS.get(env.ROOMS.idFromName(room))
const key = (letter: string): CreatorKey => v.parse(CreatorKey, letter.repeat(43))
const proof = (letter: string): PasswordProof => v.parse(PasswordProof, letter.repeat(43))
const browser = (letter: string): BrowserId => v.parse(BrowserId, letter.repeat(43))

const Waiting = v.object({ kind: v.literal('waiting'), ticket: Ticket })

async function moderator(change: Partial<PageParams<'join'>> = {}) {
  const page = await PageClient.open(room, HOME)
  const welcome = await page.welcome('Ada', { creatorKey: key('a'), ...change })
  return { page, welcome }
}

async function knock(name: string, change: Partial<PageParams<'join'>> = {}, address = CAFE) {
  const page = await PageClient.open(room, address)
  const { ticket } = v.parse(Waiting, await page.join(name, change))
  return { page, ticket }
}

async function knocked(page: PageClient) {
  const { data } = await page.event('knocked')
  if (data.event !== 'knocked') throw new Error('not a knock')
  return data.knock
}

const letIn = (page: PageClient) => page.inbox.next((frame) => 'lobby' in frame)

describe('the lobby', () => {
  test('D5 D6 whoever knocks is let in by the same socket, though the room was evicted in between', async () => {
    const { page: ada } = await moderator()
    await ada.ask('set-lobby', { lobby: true })
    const { page: ben, ticket } = await knock('Ben')
    const { id, name } = await knocked(ada)
    expect(name).toBe('Ben')
    await evictAtRest(roomStub())
    expect(await ben.ask('set-lobby', { lobby: false })).toEqual({ refused: 'not-joined' })
    await ada.ask('admit', { knock: id })
    await letIn(ben)
    await evictAtRest(roomStub())
    expect((await ben.welcome('Ben', { ticket })).self).toBe(id)
    expect((await ada.event('peer-joined')).data).toMatchObject({ peer: { id } })
    expect(await ben.join('Ben', { ticket })).toEqual({ refused: 'already-joined' })
  })

  test('D7 the edge restarts: whoever waited keeps the place by the ticket', async () => {
    const { page: ada, welcome } = await moderator()
    await ada.ask('set-lobby', { lobby: true })
    const { ticket } = await knock('Ben')
    const { id } = await knocked(ada)
    await evictAtRest(roomStub(), { webSockets: 'close' })
    expect(await knock('Ben', { ticket })).toMatchObject({ ticket })
    const again = await PageClient.open(room, HOME)
    const resume = { token: welcome.resumeToken, seq: 0, media: 'gone' } as const
    expect((await again.welcome('Ada', { resume })).knocks).toMatchObject([{ id, name: 'Ben' }])
  })

  test('D6 whoever is turned away is told, and neither their ticket nor a made-up one leads in', async () => {
    const { page: ada } = await moderator()
    await ada.ask('set-lobby', { lobby: true })
    const { page: eve, ticket } = await knock('Eve')
    await ada.ask('deny', { knock: (await knocked(ada)).id })
    expect(await eve.closed).toMatchObject({ code: 4403, reason: 'denied' })
    const again = await knock('Eve', { ticket })
    expect(again.ticket).not.toBe(ticket)
    expect(again.page.inbox.rest).toEqual([])
  })

  test('D5 in the lobby one hears nothing of the room', async () => {
    const { page: ada } = await moderator()
    await ada.ask('set-lobby', { lobby: true })
    const { page: eve } = await knock('Eve')
    await ada.ask('send-message', { kind: 'chat', addressee: { to: 'everyone' }, payload: 'among us' })
    await ada.ask('set-locked', { locked: true })
    expect(await eve.ask('message-history', { after: 0 })).toEqual({ refused: 'not-joined' })
    expect(eve.inbox.rest).toEqual([])
  })
})

describe('the password', () => {
  test('D3 nobody comes in without it, nor learns who is there', async () => {
    const { page: ada } = await moderator()
    await ada.ask('set-password', { password: proof('p') })
    const eve = await PageClient.open(room, CAFE)
    expect(await eve.join('Eve')).toEqual({ refused: 'password-required' })
    expect(await eve.closed).toMatchObject({ code: 4401, reason: 'password-required' })
    const ben = await PageClient.open(room, CAFE)
    expect((await ben.welcome('Ben', { password: proof('p') })).room.password).toBe(true)
  })

  test('D4 tries are counted by address, across sockets, evictions and a whole /64', async () => {
    const { page: ada } = await moderator()
    await ada.ask('set-password', { password: proof('p') })
    const attempt = async (letter: string, address: string) => {
      const page = await PageClient.open(room, address)
      return page.join('Eve', { password: proof(letter) })
    }
    for (let i = 0; i < DOOR_TRIES_BURST; i += 1) {
      expect(await attempt('x', `2001:db8:1:2::${i + 1}`)).toEqual({ refused: 'wrong-password' })
    }
    await evictAtRest(roomStub())
    expect(await attempt('p', '2001:db8:1:2:ffff::1')).toEqual({ refused: 'too-many-tries' })
    expect(await attempt('p', '2001:db8:1:3::1')).toMatchObject({ kind: 'welcome' })
  })
})

test('D4 when ever new browsers guessed, the right password waits for its turn, and is let in', async () => {
  const { page: ada } = await moderator()
  await ada.ask('set-password', { password: proof('p') })
  const attempt = async (letter: string, number: number) => {
    const browser = v.parse(BrowserId, `${number}`.padEnd(43, '-'))
    const page = await PageClient.open(room, CAFE)
    return page.join('Eve', { password: proof(letter), browserId: browser })
  }
  for (let i = 0; i < NETWORK_TRIES_BURST; i += 1) {
    expect(await attempt('x', i)).toEqual({ refused: 'wrong-password' })
  }
  expect(await attempt('p', NETWORK_TRIES_BURST)).toMatchObject({ kind: 'welcome' })
  expect(await attempt('x', NETWORK_TRIES_BURST + 1)).toEqual({ refused: 'wrong-password' })
})

describe('a client that cheats', () => {
  test('A1 does not become moderator by saying so, nor creator by bringing a key to a room that is open', async () => {
    await moderator()
    const eve = await PageClient.open(room, CAFE)
    const claims = { role: 'moderator', creatorKey: key('e'), announced: true, owner: key('e') }
    const welcome = await eve.welcome('Eve', claims)
    expect(welcome.peers).toMatchObject([
      { name: 'Ada', role: 'moderator', creator: true },
      { name: 'Eve', role: 'participant', creator: false },
    ])
    expect(await eve.ask('set-password', { password: proof('e') })).toEqual({ refused: 'not-allowed' })
    expect(await eve.ask('admit', { knock: null })).toEqual({ refused: 'not-allowed' })
  })

  test('D5 does not pass the lobby with a resume token, or with the ticket of nobody', async () => {
    const { page: ada } = await moderator()
    await ada.ask('set-lobby', { lobby: true })
    const resume = { token: newResumeToken(), seq: 0, media: 'kept' } as const
    const { page, ticket } = await knock('Eve', { resume, ticket: newTicket() })
    expect(await page.ask('message-history', { after: 0 })).toEqual({ refused: 'not-joined' })
    // Nor by joining a second time, as somebody else.
    expect(await page.join('Ada')).toMatchObject({ kind: 'waiting', ticket })
  })

  test('A6 does not come back with the ticket that once led in', async () => {
    const { page: ada } = await moderator()
    await ada.ask('set-lobby', { lobby: true })
    const { page: eve, ticket } = await knock('Eve', { browserId: browser('e') })
    const { id } = await knocked(ada)
    await ada.ask('admit', { knock: id })
    await letIn(eve)
    await eve.welcome('Eve', { ticket, browserId: browser('e') })
    await ada.ask('remove-peer', { peer: id })
    await eve.closed
    const again = await PageClient.open(room, '198.51.100.7')
    expect(await again.join('Eve', { ticket, browserId: browser('e') })).toEqual({ refused: 'removed' })
    // With nothing of theirs but the ticket they are a stranger, who has to knock.
    const stranger = await knock('Eve', { ticket }, '198.51.100.7')
    expect(stranger.ticket).not.toBe(ticket)
  })

  test('D4 floods of knocks end in a typed refusal, and those inside go on', async () => {
    const { page: ada } = await moderator()
    await ada.ask('set-lobby', { lobby: true })
    for (let i = 0; i < DOOR_TRIES_BURST; i += 1) {
      const { page } = await knock('Eve')
      await page.ask('leave', {})
    }
    const last = await PageClient.open(room, CAFE)
    expect(await last.join('Eve')).toEqual({ refused: 'too-many-tries' })
    expect(await ada.ask('set-lobby', { lobby: false })).toEqual({})
  })
})

describe('whoever was removed', () => {
  async function removal() {
    const { page: ada } = await moderator()
    const eve = await PageClient.open(room, CAFE)
    const eveIs = await eve.welcome('Eve', { browserId: browser('e') })
    await ada.ask('remove-peer', { peer: eveIs.self })
    expect(await eve.closed).toMatchObject({ code: 4403, reason: 'removed' })
    await evictAtRest(roomStub())
    const comeBack = async (address: string, change: Partial<PageParams<'join'>>) =>
      (await PageClient.open(room, address)).join('Eve', change)
    return { ada, eveIs, comeBack }
  }

  test.each<[string, string, Partial<PageParams<'join'>>]>([
    ['the same browser', '198.51.100.7', { browserId: browser('e') }],
    ['the same address', CAFE, { browserId: browser('x') }],
    ['another address of the same /64', '2001:db8:1:2:9::9', {}],
    ['a key that nobody knows', CAFE, { creatorKey: key('e') }],
  ])('A6 does not come back under %s', async (_what, address, change) => {
    const { comeBack } = await removal()
    expect(await comeBack(address, change)).toEqual({ refused: 'removed' })
  })

  test('A6 does not resume either', async () => {
    const { comeBack, eveIs } = await removal()
    const resume = { token: eveIs.resumeToken, seq: eveIs.seq, media: 'kept' } as const
    expect(await comeBack(CAFE, { resume })).toEqual({ refused: 'removed' })
  })

  test('A6 takes nobody along who shares their address, while one of those is there', async () => {
    const { page: ada } = await moderator()
    const eve = await PageClient.open(room, HOME)
    const eveIs = await eve.welcome('Eve', { browserId: browser('e') })
    await ada.ask('remove-peer', { peer: eveIs.self })
    const ben = await PageClient.open(room, HOME)
    expect((await ben.welcome('Ben', { browserId: browser('b') })).peers).toHaveLength(2)
  })
})

test('D2 of a kept door’s room nothing is left in its file but the door, which holds', async () => {
  const { page: ada } = await moderator()
  const ben = await PageClient.open(room, CAFE)
  await ben.welcome('Ben')
  await ada.ask('set-locked', { locked: true })
  await ada.ask('send-message', { kind: 'chat', addressee: { to: 'everyone' }, payload: 'secret' })
  await ben.ask('leave', {})
  await ada.ask('leave', {})
  await runInDurableObject(roomStub(), (object) => {
    object.alarm({ isRetry: false, retryCount: 0, scheduledTime: Date.now() + EMPTY_ROOM_GRACE_MS })
  })
  await evictAtRest(roomStub())
  const left = await runInDurableObject(roomStub(), async (_object, { storage }) => ({
    alarm: await storage.getAlarm(),
    rows: ['head', 'peers', 'events', 'kept'].map(
      (table) => storage.sql.exec(`SELECT count(*) AS rows FROM ${table}`).one()['rows'],
    ),
  }))
  expect(left).toEqual({ alarm: expect.any(Number), rows: [1, 0, 0, 0] })
  const eve = await PageClient.open(room, CAFE)
  expect(await eve.join('Eve')).toEqual({ refused: 'room-locked' })
})

test('D2 a room that this version of the edge cannot read keeps its door, and nothing else', async () => {
  const { page: ada } = await moderator()
  await ada.ask('set-password', { password: proof('p') })
  await runInDurableObject(roomStub(), (_object, { storage }) =>
    storage.sql.exec("UPDATE head SET json = json_set(json, '$.placement', 'elsewhere')"),
  )
  await evictAtRest(roomStub(), { webSockets: 'close' })
  const eve = await PageClient.open(room, CAFE)
  expect(await eve.join('Eve')).toEqual({ refused: 'password-required' })
  const { welcome } = await moderator()
  expect(welcome.peers).toMatchObject([{ name: 'Ada', role: 'moderator', creator: true }])
})

describe('names', () => {
  const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName('swarm'))
  const keeping = () =>
    runInDurableObject(roomStub(), (_object, { storage }) => {
      const [head] = storage.sql
        .exec<{ state: string }>("SELECT json ->> '$.keeping.is' AS state FROM head")
        .toArray()
      return head?.state
    })

  test('D10 are counted by address in the directory, which lets so many be kept and no more for a while', async () => {
    await runInDurableObject(directory, (_object, { storage }) => {
      const names = new KeptNames(storage.sql)
      const mark = names.markOf('203.0.113.7', 1_000)
      const taken = Array.from({ length: KEPT_NAMES_BURST + 1 }, () => names.keep(mark, 1_000))
      expect(taken.filter(Boolean)).toHaveLength(KEPT_NAMES_BURST)
      expect(names.keep(names.markOf('203.0.113.8', 1_000), 1_000)).toBe(true)
      const later = 1_000 + (24 * 60 * 60 * 1_000) / KEPT_NAMES_PER_DAY
      expect([names.keep(mark, later), names.keep(mark, later)]).toEqual([true, false])
      const kept = JSON.stringify([...storage.sql.exec('SELECT * FROM keepers')])
      expect(kept).not.toContain('203.0.113')
    })
  })

  test('D10 when nobody is counted any more, the key goes by which an address could be tried', async () => {
    await runInDurableObject(directory, (_object, { storage }) => {
      const names = new KeptNames(storage.sql)
      const rows = () => [...storage.sql.exec('SELECT * FROM keepers')]
      storage.sql.exec('DELETE FROM keepers')
      const mark = names.markOf('203.0.113.7', 1_000)
      names.keep(mark, 1_000)
      const backMs = (24 * 60 * 60 * 1_000) / KEPT_NAMES_PER_DAY
      expect(names.markOf('203.0.113.7', backMs)).toBe(mark)
      expect(rows()).toHaveLength(1)
      const other = names.markOf('203.0.113.7', 1_000 + backMs)
      expect(rows()).toEqual([])
      expect(other).not.toBe(mark)
      // Nobody gets a new one by asking again.
      expect(names.markOf('203.0.113.7', 2_000 + backMs)).toBe(other)
    })
  })

  test('D10 what the directory counts is bounded, and whoever took most is not what it forgets', async () => {
    await runInDurableObject(directory, (_object, { storage }) => {
      const names = new KeptNames(storage.sql)
      const now = Date.now()
      const mark = names.markOf('203.0.113.9', now)
      for (let i = 0; i < KEPT_NAMES_BURST; i += 1) names.keep(mark, now)
      storage.sql.exec(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO keepers SELECT 'made-up-' || i, 1, ? FROM n`,
        MAX_COUNTED_KEEPERS,
        now,
      )
      names.keep(names.markOf('203.0.113.10', now), now)
      const [{ count } = { count: 0 }] = storage.sql.exec<{ count: number }>(
        'SELECT count(*) AS count FROM keepers',
      )
      expect(count).toBe(MAX_COUNTED_KEEPERS)
      expect(names.keep(mark, now)).toBe(false)
      storage.sql.exec("DELETE FROM keepers WHERE address LIKE 'made-up-%'")
    })
  })

  test('D10 are kept when two have met, and for an address that took too many they are not', async () => {
    const address = '203.0.113.11'
    const meet = async (name: string) => {
      room = name
      const ada = await PageClient.open(room, address)
      await ada.welcome('Ada', { creatorKey: key('a') })
      expect(await keeping()).toBe('unmet')
      const ben = await PageClient.open(room, CAFE)
      await ben.welcome('Ben')
      await vi.waitFor(async () => expect(await keeping()).toMatch(/^(kept|not)$/))
      return keeping()
    }
    expect(await meet('first-name')).toBe('kept')
    await runInDurableObject(directory, async (object) => {
      const mark = object.ownerMark(address)
      for (let i = 1; i < KEPT_NAMES_BURST; i += 1) expect(object.keepName(mark)).toBe(true)
    })
    expect(await meet('one-name-too-many')).toBe('not')
  })
})

test('D1 D2 the creator finds the door as it was, after everything else was erased', async () => {
  const { page: ada } = await moderator()
  await ada.ask('set-password', { password: proof('p') })
  await ada.ask('set-lobby', { lobby: true })
  await ada.ask('leave', {})
  await ada.closed
  await evictAtRest(roomStub())
  const eve = await PageClient.open(room, CAFE)
  expect(await eve.join('Eve', { creatorKey: key('e') })).toEqual({ refused: 'password-required' })
  await knock('Ben', { password: proof('p') })
  const { welcome } = await moderator()
  expect(welcome.peers).toMatchObject([{ role: 'moderator' }])
  expect(welcome.knocks).toMatchObject([{ name: 'Ben' }])
})
