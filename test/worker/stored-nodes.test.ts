import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MediaRoomId, NodeId, NodeSessionId } from '../../protocol/ids.ts'
import { newNodeKeyPair } from '../../protocol/node-edge/keys.ts'
import { readSchemaVersion, storedTables } from '../../worker/storage/schema-version.ts'
import { type TablesUpgrade, upgradeTables } from '../../worker/storage/table-upgrades.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import directory1 from './stored/directory-1.sql?raw'
import node1 from './stored/node-1.sql?raw'

/** What each released version of the edge has stored of two lent nodes. */
const RELEASED = [{ version: 1, node: node1, directory: directory1 }] as const
const PARIS = v.parse(NodeId, 'paris')
/** Of the life in which it registered then. */
const SESSION = v.parse(NodeSessionId, 'tIB3arLSQ1dZGKtv')

const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName('another'))
const node = env.NODES.get(env.NODES.idFromName(PARIS))

/** Puts that in the place of all that is stored. */
function store({ storage: { sql } }: DurableObjectState, statements: string): void {
  for (const table of [...storedTables(sql), 'schema_version']) sql.exec(`DROP TABLE ${table}`)
  sql.exec(statements)
}

afterEach(async () => {
  vi.restoreAllMocks()
  await NodeClient.dropAll()
})

describe.each(RELEASED)('what version $version has stored', (stored) => {
  test('E4 of the directory: who lends which node, and what was counted', async () => {
    await runInDurableObject(directory, (_object, ctx) => store(ctx, stored.directory))
    await evictAtRest(directory)
    expect(await directory.admission(PARIS)).toMatchObject({
      key: 'GF837ybTYeOe9LyfPC4Xln4snE8yQLgy8AGjLwUWo8k',
    })
    const nodes = await directory.nodes()
    expect(nodes.map((each) => each.node)).toEqual(expect.arrayContaining(['lyon', 'paris']))
    expect((await directory.measured()).totals).toContainEqual({ name: 'people', total: 4 })
  })

  test('E3 E4 of a node: what is asked of it waits until it is back, and its rooms live on it', async () => {
    await NodeClient.open(PARIS)
    await NodeClient.dropAll()
    await runInDurableObject(node, (_object, ctx) => store(ctx, stored.node))
    await evictAtRest(node, { webSockets: 'close' })
    const room = v.parse(MediaRoomId, env.ROOMS.newUniqueId().toString())
    const answer = node.request(room, [{ op: 'close-router' }])
    await NodeClient.start(PARIS, SESSION)
    expect(await answer).toMatchObject({ ok: true })
    const rooms = await runInDurableObject(node, (_object, { storage: { sql } }) =>
      sql.exec('SELECT room FROM rooms').toArray(),
    )
    expect(rooms).toHaveLength(2)
  })
})

describe('a row that cannot be read', () => {
  const KEY_OF_PARIS = "SELECT key FROM lenders WHERE node = 'paris'"
  const run = (act: (sql: SqlStorage) => unknown) =>
    runInDurableObject(directory, (_object, { storage: { sql } }) => void act(sql))
  const names = async () => (await directory.nodes()).map((each) => [each.node, each.adminState])
  const broken = (table: string, key: string) =>
    expect.stringMatching(
      `"event":"row-unreadable","table":"${table}","key":"${key}","error":"Error: [a-z.]+: `,
    )
  let told: unknown[]

  beforeEach(async () => {
    told = []
    vi.spyOn(console, 'error').mockImplementation((line) => void told.push(line))
    await runInDurableObject(directory, (_object, ctx) => store(ctx, directory1))
    await evictAtRest(directory)
  })

  test('E5 of a lender keeps nobody from the others, is told once, and its id stays taken', async () => {
    await run((sql) => sql.exec(`UPDATE lenders SET lender = '{"as":"later"}' WHERE node = 'paris'`))
    const listed = await names()
    expect(listed).toContainEqual(['lyon', 'active'])
    expect(listed).not.toContainEqual(['paris', expect.anything()])
    expect(await names()).toEqual(listed)
    expect(told).toEqual([broken('lenders', 'paris')])
    const code = 'a'.repeat(43)
    await directory.invite(code, { name: 'Paris', link: null, place: null, at: null }, Date.now() + 60_000)
    const { publicKey } = await newNodeKeyPair()
    expect(await directory.enrol(code, publicKey)).toMatchObject({ value: { node: 'paris-2' } })
    // An edge that can read it has all of it; and the operator can put such a node out in this one, too.
    await run((sql) => expect(sql.exec(KEY_OF_PARIS).toArray()).toEqual([{ key: expect.any(String) }]))
    expect(await directory.setAdminState(PARIS, 'revoked', null)).toBeNull()
    await run((sql) => expect(sql.exec(KEY_OF_PARIS).toArray()).toEqual([{ key: null }]))
  })

  test('E5 of what a node was made lists it as paused', async () => {
    await run((sql) => sql.exec("INSERT OR REPLACE INTO standings VALUES ('lyon', 'later', NULL)"))
    expect(await names()).toContainEqual(['lyon', 'paused'])
    expect(told).toEqual([broken('standings', 'lyon')])
  })

  test('E5 of a region, or of the version of a node, leaves out that alone', async () => {
    await run((sql) => {
      sql.exec("INSERT INTO regions VALUES ('later')")
      sql.exec("INSERT INTO unspoken_versions VALUES ('lyon', 'later')")
    })
    await evictAtRest(directory)
    expect((await directory.outline([])).regions).not.toContain('later')
    expect(await names()).toContainEqual(['lyon', 'active'])
    expect(told).toEqual([broken('regions', 'later'), broken('unspoken_versions', 'lyon')])
  })
})

describe('tables', () => {
  const add: TablesUpgrade = (sql) => sql.exec('ALTER TABLE lenders ADD COLUMN since INTEGER')
  const upgraded = (version: number | null, ...upgrades: TablesUpgrade[]) =>
    runInDurableObject(directory, (_object, ctx) => {
      const { storage } = ctx
      store(ctx, directory1)
      if (version !== null) {
        storage.sql.exec('CREATE TABLE schema_version (one INTEGER PRIMARY KEY, version INTEGER NOT NULL)')
        storage.sql.exec('INSERT INTO schema_version VALUES (1, ?)', version)
      }
      upgradeTables(storage, 'directory', upgrades)
      // As whoever reads them the next time.
      upgradeTables(storage, 'directory', upgrades)
      return {
        version: readSchemaVersion(storage.sql),
        lender: storage.sql.exec('SELECT * FROM lenders').toArray().at(0) ?? {},
      }
    })

  test('E4 are brought up to date once, from the version that they have', async () => {
    const never = vi.fn<TablesUpgrade>()
    expect(await upgraded(null, add)).toMatchObject({ version: 2, lender: { node: PARIS, since: null } })
    expect(await upgraded(2, never, add)).toMatchObject({ version: 3, lender: { node: PARIS, since: null } })
    expect(never).not.toHaveBeenCalled()
  })

  test('E5 of a later version are left as they are, with their number', async () => {
    const logged = vi.spyOn(console, 'warn').mockReturnValue()
    const { version, lender } = await upgraded(9, add)
    expect(version).toBe(9)
    expect(lender).toEqual(expect.not.objectContaining({ since: null }))
    expect(String(logged.mock.calls[0])).toContain('"event":"stored-by-later-version"')
  })
})
