import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Statistics } from '../../protocol/http/statistics.ts'
import { DirectoryObject } from '../../worker/directory/directory-object.ts'
import { StatisticsStorage } from '../../worker/directory/published/statistics-storage.ts'
import { waits } from '../../worker/waits.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

let room: string
let count = 0

beforeEach(async () => {
  count += 1
  room = `private-circle-${count}`
  await NodeClient.start(`node-${count}`)
})

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const roomStub = () => env.ROOMS.get(env.ROOMS.idFromName(room))
const directoryStub = () => env.DIRECTORY.get(env.DIRECTORY.idFromName('swarm'))

/** What the edge publishes. */
async function published(): Promise<Statistics> {
  const response = await exports.default.fetch('http://edge/api/stats')
  expect(response.headers.get('content-type')).toBe('application/json')
  return v.parse(Statistics, await response.json())
}

const today = async () => (await published()).days.at(-1) ?? { conferences: 0, people: 0 }

/** Rooms tell what they count after a few seconds. */
const SOON = { timeout: 10_000, interval: 100 }

async function enter(name: string): Promise<PageClient> {
  const page = await PageClient.open(room, '198.51.100.7')
  await page.welcome(name)
  return page
}

/** All that an object has on disk, as text. */
const everythingIn = (stub: DurableObjectStub): Promise<string> =>
  runInDurableObject(stub, (_object, ctx) => {
    const { sql } = ctx.storage
    const tables = sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'",
      )
      .toArray()
    return JSON.stringify(tables.map(({ name }) => [name, sql.exec(`SELECT * FROM "${name}"`).toArray()]))
  })

const tallyOf = (stub: DurableObjectStub): Promise<unknown[]> =>
  runInDurableObject(stub, (_object, ctx) =>
    ctx.storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'tally'").toArray(),
  )

describe('S1 what happens is counted', () => {
  test('conferences and people, today and now, until all have left', async () => {
    const before = await today()
    const { now: idle } = await published()
    const ada = await enter('Ada Lovelace')
    const ben = await enter('Ben Bitdiddle')
    await expect
      .poll(published, SOON)
      .toMatchObject({ now: { conferences: idle.conferences + 1, people: idle.people + 2 } })
    expect(await today()).toMatchObject({
      conferences: before.conferences + 1,
      people: before.people + 2,
    })
    await ben.ask('leave', {})
    await ada.ask('leave', {})
    await expect.poll(async () => (await published()).now, SOON).toEqual(idle)
    expect(await today()).toMatchObject({ conferences: before.conferences + 1, people: before.people + 2 })
    expect(await tallyOf(roomStub())).toEqual([])
  })

  test('once, though the room and the directory are evicted before it is told, and after', async () => {
    const before = await today()
    await enter('Ada')
    const ben = await enter('Ben')
    await evictAtRest(roomStub())
    await evictAtRest(directoryStub())
    await ben.ask('message-history', { after: 0 })
    const expected = { conferences: before.conferences + 1, people: before.people + 2 }
    await expect.poll(today, SOON).toMatchObject(expected)
    await evictAtRest(roomStub())
    await evictAtRest(directoryStub())
    await enter('Cy')
    await expect.poll(today, SOON).toMatchObject({ ...expected, people: before.people + 3 })
  })

  test('for as long as somebody is there: the alarm of a quiet room tells it anew', async () => {
    const now = async () => (await published()).now
    const both = { conferences: 1, people: 2 }
    await expect.poll(now, SOON).toEqual({ conferences: 0, people: 0 })
    await enter('Ada')
    await enter('Ben')
    await expect.poll(now, SOON).toEqual(both)
    await runInDurableObject(directoryStub(), (_, ctx) => {
      ctx.storage.sql.exec('UPDATE tallies SET heardAt = heardAt - ?', 16 * 60_000)
    })
    expect(await now()).toEqual({ conferences: 0, people: 0 })
    // As if five minutes had gone by.
    await runInDurableObject(roomStub(), (_, ctx) => {
      ctx.storage.sql.exec("UPDATE tally SET json = json_set(json, '$.due', 0)")
    })
    await evictAtRest(roomStub())
    expect(await runDurableObjectAlarm(roomStub())).toBe(true)
    await expect.poll(now, SOON).toEqual(both)
  })

  test('in few reports, however much happens within a few seconds', async () => {
    const before = await today()
    const told = vi.spyOn(DirectoryObject.prototype, 'reportFigures')
    const since = performance.now()
    const names = ['Ada', 'Ben', 'Cy', 'Dora', 'Emil', 'Flo']
    for (const name of names) await enter(name)
    await expect.poll(today, SOON).toMatchObject({ people: before.people + names.length })
    const mine = told.mock.calls.filter(([{ counts }]) => (counts['people'] ?? 0) > 1)
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.length).toBeLessThanOrEqual(
      1 + Math.ceil((performance.now() - since) / waits(env).reportDelayMs),
    )
    told.mockRestore()
  })
})

describe('S3 what rooms tell', () => {
  const other = () => env.DIRECTORY.get(env.DIRECTORY.idFromName('of this test alone'))
  const told = { id: 'says-nothing', people: 2, counts: { people: 2, conferences: 1, 'joins welcome': 2 } }

  test('counts once if it comes twice, and what is new in it if it comes again', async () => {
    await other().reportFigures(told)
    await other().reportFigures(told)
    const { id, counts } = told
    await other().reportFigures({ id, people: 3, counts: { ...counts, people: 3, 'joins room-full': 1 } })
    expect(await other().statistics()).toMatchObject({
      now: { conferences: 1, people: 3 },
      years: [{ conferences: 1, people: 3 }],
    })
    expect(
      await runInDurableObject(other(), (_, ctx) => new StatisticsStorage(ctx.storage.sql).totals()),
    ).toEqual([
      { name: 'conferences', total: 1 },
      { name: 'joins room-full', total: 1 },
      { name: 'joins welcome', total: 2 },
      { name: 'people', total: 3 },
    ])
  })

  test('holds for a quarter of an hour: nobody is for ever in a room that fell silent', async () => {
    await other().reportFigures(told)
    const present = (minutes: number) =>
      runInDurableObject(other(), (_, ctx) =>
        new StatisticsStorage(ctx.storage.sql).present(Date.now() + minutes * 60_000),
      )
    expect(await present(14)).toEqual({ rooms: 1, conferences: 1, people: 2 })
    expect(await present(16)).toEqual({ rooms: 0, conferences: 0, people: 0 })
  })
})

describe('S2 nobody is in it', () => {
  test('no name, address or room is in anything that the directory keeps', async () => {
    const before = await today()
    const ada = await enter('Ada Lovelace')
    const ben = await enter('Ben Bitdiddle')
    await ben.ask('set-locked', { locked: true })
    await expect.poll(today, SOON).toMatchObject({ people: before.people + 2 })
    const kept = await everythingIn(directoryStub())
    expect(kept).toContain('"people":2')
    const roomId = env.ROOMS.idFromName(room).toString()
    for (const secret of ['Ada', 'Lovelace', 'Ben', 'Bitdiddle', room, roomId, '198.51.100'])
      expect(kept).not.toContain(secret)
    await ada.ask('leave', {})
  })

  test('a room where nobody got in leaves nothing on disk', async () => {
    const eve = await PageClient.open(room)
    eve.socket.send('garbage')
    await eve.inbox.next((frame) => 'error' in frame)
    expect(await tallyOf(roomStub())).toEqual([])
  })
})
