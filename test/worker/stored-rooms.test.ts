import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BrowserId, PeerId, ResumeToken, SendId } from '../../protocol/ids.ts'
import { EMPTY_ROOM_GRACE_MS } from '../../protocol/limits.ts'
import type { EdgeToNodeFrame } from '../../protocol/node-edge/frames.ts'
import { PasswordProof, Ticket } from '../../protocol/page-edge/door.ts'
import { SequencedEvent } from '../../protocol/page-edge/events.ts'
import type { PageParams } from '../../protocol/page-edge/requests.ts'
import type { RoomObject } from '../../worker/room/room-object.ts'
import { ROOM_UPGRADES, type RoomUpgrade } from '../../worker/room/shell/storage/room-upgrades.ts'
import { RoomStorage } from '../../worker/room/shell/storage/storage.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'
import room1 from './stored/room-1.sql?raw'

/** What each released version of the edge has stored of one and the same room. */
const RELEASED = [{ version: 1, sql: room1 }] as const

/** Whom that room knows, by what they hold. */
const ADA = { id: '2uj_ppsAmlb4jPWK', token: 'dKoRAZSgYBUW0_fs1hhwuE07Jm5BHzOZxw5DxAWGuCc' }
const BEN = { id: '2b1T06G7NSHuu-JS', token: 'vjIzyEuciLWgeScg6AodOh-o716FCTS4IhvEdu8O7Y8' }
const DAN = { id: 'uj1ErDbwo9iw2KWj', token: 'qNukv8RacGisYfVse7Qeji5ItOtGcogARgquKvoGXzg' }
const CY = { id: 'wuwfEkS-b9fdFQWx', ticket: v.parse(Ticket, 'csWHjYIS2nJ9nvDpzsm-e0Xg8vW0cbZC6wD2FvoL8yk') }
const LAST_SEQ = 41
const MICROPHONE = { id: expect.any(String), source: 'microphone', paused: false }
const CAMERA = { id: expect.any(String), source: 'camera', paused: false }
const password = v.parse(PasswordProof, 'p'.repeat(43))
const PLACE = '198.51.100.9'

let room: string
let paris: NodeClient
let lyon: NodeClient
let count = 0

beforeEach(async () => {
  count += 1
  room = `stored-${count}`
  paris = await NodeClient.start('paris')
  lyon = await NodeClient.start('lyon')
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const roomStub = (): DurableObjectStub<RoomObject> => env.ROOMS.get(env.ROOMS.idFromName(room))

/** Has the room's object end, and begin anew on what is stored then. */
async function storedAs(...statements: string[]): Promise<void> {
  await runInDurableObject(roomStub(), (_object, { storage: { sql } }) => {
    for (const each of statements) sql.exec(each)
  })
  await evictAtRest(roomStub(), { webSockets: 'close' })
}

const rows = (query: string) =>
  runInDurableObject(roomStub(), (_object, { storage: { sql } }) => sql.exec(query).toArray())

async function joins(name: string, change: Partial<PageParams<'join'>>) {
  const page = await PageClient.open(room, PLACE)
  return { page, joined: await page.join(name, change) }
}

const resuming = ({ token }: { token: string }, seq: number) => ({
  resume: { token: v.parse(ResumeToken, token), seq, media: 'kept' as const },
})

describe.each(RELEASED)('what version $version has stored', ({ sql }) => {
  beforeEach(() => storedAs(sql))

  test('E4 its people resume, with what they missed and all that they had', async () => {
    const ada = await joins('Ada', resuming(ADA, LAST_SEQ - 2))
    const knocked = { seq: LAST_SEQ - 1, data: { event: 'knocked', knock: { name: 'Cy' } } }
    expect(ada.joined).toMatchObject({ kind: 'resumed', missed: [knocked] })
    const ben = await joins('Ben', resuming(BEN, 0))
    expect(ben.joined).toMatchObject({ kind: 'resumed' })
    const dan = await joins('Dan', resuming(DAN, 0))
    expect(dan.joined).toMatchObject({ kind: 'welcome', self: DAN.id })
    expect(dan.joined).toHaveProperty('peers', [
      expect.objectContaining({
        id: ADA.id,
        name: 'Ada',
        role: 'moderator',
        creator: true,
        producers: [MICROPHONE, { ...CAMERA, paused: true }],
      }),
      expect.objectContaining({
        id: BEN.id,
        name: 'Benoît',
        role: 'participant',
        producers: [MICROPHONE, CAMERA],
      }),
      expect.objectContaining({ id: DAN.id, name: 'Dan', producers: [] }),
    ])
  })

  test('E4 the door holds: password, lobby, and who was put out', async () => {
    expect((await joins('Gus', {})).joined).toEqual({ refused: 'password-required' })
    const browser = v.parse(BrowserId, 'e'.repeat(43))
    expect((await joins('Eve', { browserId: browser, password })).joined).toEqual({ refused: 'removed' })
    const { page: ada } = await joins('Ada', resuming(ADA, LAST_SEQ))
    const cy = await joins('Cy', { ticket: CY.ticket })
    expect(cy.joined).toEqual({ kind: 'waiting', ticket: CY.ticket })
    expect((await joins('Gus', { password })).joined).toMatchObject({ kind: 'waiting' })
    expect((await ada.event('knocked')).data).toMatchObject({ knock: { name: 'Gus' } })
    expect((await joins('Ben', resuming(BEN, LAST_SEQ))).joined).toMatchObject({ kind: 'resumed' })
  })

  test('E4 what was said is read by those whom it was for, and what comes again is known', async () => {
    const { page: ada } = await joins('Ada', resuming(ADA, LAST_SEQ))
    const { page: dan } = await joins('Dan', resuming(DAN, 0))
    const saidTo = async (page: PageClient) => {
      const history = await page.ask('message-history', { after: 0 })
      return 'messages' in history && Array.isArray(history.messages)
        ? history.messages.map(({ payload }: { payload: unknown }) => payload)
        : history
    }
    const forAll = ['Good evening', 'Good evening, Ada', 'a note', 'a poll', 'a vote', 'up', 'Somebody waits']
    expect(await saidTo(dan)).toEqual(forAll)
    expect(await saidTo(ada)).toEqual([
      ...forAll.slice(0, 2),
      'for Ada alone',
      'for moderators',
      ...forAll.slice(2),
    ])
    const sendId = v.parse(SendId, 'iBqx0Pmp1XVsiooV')
    const again = { kind: 'chat', addressee: { to: 'everyone' }, payload: 'Good evening', sendId } as const
    expect(await ada.ask('send-message', again)).toMatchObject({ id: 1 })
    expect(
      await ada.ask('send-message', { kind: 'chat', addressee: { to: 'everyone' }, payload: 'more' }),
    ).toMatchObject({
      id: 10,
    })
  })
})

describe('what version 1 called by words of its own', () => {
  /** Somebody on the way to another node, a picture that is paused, and somebody whom a moderator has admitted. */
  const UNDER_WAY = [
    `UPDATE peers SET json = json_set(json, '$.former', json('{"node":"lyon","generation":1,"until":7,"ready":true}'),
       '$.wished', 'lyon') WHERE id = '${ADA.id}'`,
    `UPDATE head SET json = json_set(json, '$.pipes[0].passages[1].rests', json('true'))`,
    `UPDATE waiting SET json = json_set(json, '$.presence', json('{"is":"let-in","until":7}'))`,
  ]

  test('E4 is told to whoever resumes under the words of the wire now', async () => {
    await storedAs(room1)
    const { joined } = await joins('Ben', resuming(BEN, 0))
    const Missed = v.object({ missed: v.array(SequencedEvent) })
    const events = v.parse(Missed, joined).missed.map(({ data }) => data)
    expect(events).toContainEqual(
      expect.objectContaining({
        event: 'message',
        message: expect.objectContaining({ payload: 'Somebody waits' }),
      }),
    )
    expect(events.findLast((each) => each.event === 'room-settings-changed')).toMatchObject({
      room: { lobby: true, permissions: { screen: false }, turnLevel: 'all' },
    })
  })

  test('E4 is there under the words of version 2', async () => {
    const { head, peers, waiting } = await runInDurableObject(roomStub(), (_object, { storage }) => {
      for (const statement of [room1, ...UNDER_WAY]) storage.sql.exec(statement)
      return new RoomStorage(storage, ROOM_UPGRADES).load(0)
    })
    expect(head).toMatchObject({
      permissions: { screen: false },
      lastMessageId: 9,
      lastPipeId: 1,
      turnUsage: { bytes: 12345, told: [{ node: 'lyon' }] },
    })
    expect(head.pipes[0]?.pipedProducers.map(({ paused }) => paused)).toEqual([false, true, false, false])
    expect(peers.get(v.parse(PeerId, ADA.id))).toMatchObject({
      migratingFrom: { node: 'lyon', generation: 1, until: 7, ready: true },
      preferredNode: 'lyon',
      measuredNodes: [{ node: 'paris' }, { node: 'lyon' }],
      viaTurn: false,
    })
    expect(peers.get(v.parse(PeerId, BEN.id))).toMatchObject({ viaTurn: true, migratingFrom: null })
    expect([...waiting.values()].map(({ presence }) => presence)).toEqual([{ is: 'admitted', until: 7 }])
  })
})

describe('an upgrade', () => {
  const inPeers =
    (change: (person: object) => object): RoomUpgrade =>
    (stored) => ({
      ...stored,
      peers: (stored['peers'] ?? []).map((row) => ({ ...row, json: change(Object(row['json'])) })),
    })
  const load = (upgrades: readonly RoomUpgrade[]) =>
    runInDurableObject(roomStub(), (_object, { storage }) =>
      new RoomStorage(storage, [...ROOM_UPGRADES, ...upgrades]).load(0),
    )

  test('E4 runs once, over all that is stored', async () => {
    await storedAs(room1)
    const renamed = vi.fn(inPeers((person) => ({ ...person, name: 'Zoé' })))
    for (let i = 0; i < 2; i += 1) {
      const { peers, past } = await load([renamed])
      expect([...peers.values()].map(({ name }) => name)).toEqual(['Zoé', 'Zoé'])
      expect(past.size).toBe(1)
    }
    expect(renamed).toHaveBeenCalledTimes(1)
    expect(Object.keys(renamed.mock.calls[0]?.[0] ?? {}).sort()).toEqual(
      ['events', 'head', 'kept', 'past', 'peers', 'room_group', 'sendings', 'tally', 'waiting'].sort(),
    )
    expect(await rows('SELECT version FROM schema_version')).toEqual([{ version: ROOM_UPGRADES.length + 2 }])
  })

  test('E4 that makes what cannot be read changes nothing else: the rest is set aside as it was', async () => {
    await storedAs(room1)
    vi.spyOn(console, 'error').mockReturnValue()
    const { head, peers } = await load([inPeers(() => ({ called: 'Zoé' }))])
    expect(peers.size).toBe(0)
    expect(head.door.owner).not.toBeNull()
    expect(await rows("SELECT version FROM set_aside WHERE name = 'peers' AND row LIKE '%Ada%'")).toEqual([
      { version: ROOM_UPGRADES.length + 1 },
    ])
  })
})

const closesRouter = (frame: EdgeToNodeFrame): boolean =>
  frame.type === 'batch' && frame.batch.ops.some(({ op }) => op === 'close-router')

/** What may befall a stored room. */
const UNREADABLE = [
  [
    'a later version stored it',
    'CREATE TABLE schema_version (one INTEGER PRIMARY KEY, version INTEGER NOT NULL); INSERT INTO schema_version VALUES (1, 99)',
  ],
  [
    'somebody in it has another shape',
    `UPDATE peers SET json = json_set(json, '$.producers', 'Good evening') WHERE id = '${BEN.id}'`,
  ],
  ['there is no JSON', `UPDATE waiting SET json = 'Good evening'`],
  ['a table is missing', 'DROP TABLE sendings'],
] as const

describe.each(UNREADABLE)('a room that cannot be read: %s', (_why, statement) => {
  test('E5 the door stays, people come back as who they were, the rest is set aside until they leave', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    await storedAs(room1, statement)
    expect((await joins('Gus', {})).joined).toEqual({ refused: 'password-required' })
    // Nodes forward nothing any more of what the room knows nothing of.
    for (const node of [paris, lyon]) await node.inbox.next(closesRouter)
    const lines = logged.mock.calls.map(([line]) => String(line))
    expect(lines).toEqual([expect.stringContaining('"event":"room-unreadable"')])
    expect(lines.join()).not.toMatch(/Good evening|Ada|Ben/)
    const { page: ada, joined } = await joins('Ada', resuming(ADA, LAST_SEQ))
    expect(joined).toMatchObject({ kind: 'welcome', self: ADA.id, room: { password: true } })
    expect(await ada.ask('message-history', { after: 0 })).toMatchObject({ messages: [] })
    expect(
      await rows("SELECT row FROM set_aside WHERE name = 'kept' AND row LIKE '%Good evening%'"),
    ).toHaveLength(2)
    expect(await rows('SELECT json FROM tally')).toHaveLength(1)
    await ada.ask('leave', {})
    expect(await rows("SELECT name FROM sqlite_master WHERE name = 'set_aside'")).toEqual([])
  })

  test('E5 L3 it is erased like any empty room should nobody come', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    await storedAs(room1, statement)
    const alarm = await runInDurableObject(roomStub(), (_object, { storage }) => storage.getAlarm())
    expect(alarm).toBeGreaterThan(Date.now() + EMPTY_ROOM_GRACE_MS - 10_000)
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now() + EMPTY_ROOM_GRACE_MS + 1_000)
    await runInDurableObject(roomStub(), (object) => object.alarm())
    const [head] = await rows('SELECT json FROM head')
    expect(String(head?.['json'])).not.toMatch(/Good evening|Ada|Ben/)
    expect(await rows("SELECT name FROM sqlite_master WHERE name = 'set_aside'")).toEqual([])
    expect((await joins('Ada', resuming(ADA, LAST_SEQ))).joined).toEqual({ refused: 'password-required' })
  })
})
