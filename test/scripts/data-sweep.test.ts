import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { sweep, sweepAtRest } from '../../scripts/edge/data-sweep.ts'
import { startEdge } from '../../scripts/edge/edge.ts'
import { temporaryFolder } from './support/program.ts'

const ALARM = 'CREATE TABLE _cf_METADATA (key INTEGER PRIMARY KEY, value BLOB)'

/** What an edge may leave, by what stands in each file. */
const LEFT = {
  'erased.sqlite': 'PRAGMA user_version = 1',
  'asked-for.sqlite': `${ALARM}; INSERT INTO _cf_METADATA VALUES (1, NULL)`,
  'with-an-alarm.sqlite': `${ALARM}; INSERT INTO _cf_METADATA VALUES (1, 1795990535000000000)`,
  'with-a-door.sqlite': `${ALARM}; CREATE TABLE head (json TEXT)`,
  'metadata.sqlite': 'CREATE TABLE _cf_ALARM (actor_id TEXT PRIMARY KEY)',
} as const

const STAYS = ['metadata.sqlite', 'with-a-door.sqlite', 'with-an-alarm.sqlite']

/** A folder with these files, which nobody wrote to lately; each is left open where `keepOpen` says so. */
async function left(keepOpen = false) {
  const folder = await temporaryFolder()
  const rooms = path.join(folder, 'do/essaim-RoomObject')
  await mkdir(rooms, { recursive: true })
  const opened = Object.entries(LEFT).map(([name, sql]) => {
    const database = new DatabaseSync(path.join(rooms, name))
    database.exec(`PRAGMA journal_mode = WAL; ${sql}`)
    if (!keepOpen) database.close()
    return database
  })
  const longAgo = new Date(Date.now() - 60_000)
  for (const name of await readdir(rooms)) await utimes(path.join(rooms, name), longAgo, longAgo)
  const names = async () => (await readdir(rooms)).filter((name) => !/-(?:wal|shm)$/.test(name)).toSorted()
  return { folder, rooms, names, close: () => opened.forEach((database) => void database.close()) }
}

test('files of objects of which nothing is left are removed, and no others', async () => {
  const { folder, names } = await left()
  await sweep(folder)
  expect(await names()).toEqual(STAYS)
})

test('a file that somebody has open stays, and so does one that was just written to', async () => {
  const open = await left(true)
  await sweep(open.folder)
  expect(await open.names()).toEqual(Object.keys(LEFT).toSorted())
  open.close()
  const fresh = await left()
  const erased = path.join(fresh.rooms, 'erased.sqlite')
  await utimes(erased, new Date(), new Date())
  await sweep(fresh.folder)
  expect(await fresh.names()).toEqual([...STAYS, 'erased.sqlite'].toSorted())
})

test('a file that somebody opened in the very moment gets its name back', async () => {
  const { folder, rooms, names } = await left()
  const file = path.join(rooms, 'erased.sqlite')
  const sweeping = sweep(folder)
  await expect.poll(() => existsSync(`${file}.swept`)).toBe(true)
  await writeFile(`${file}-shm`, '')
  await sweeping
  expect(await names()).toEqual([...STAYS, 'erased.sqlite'].toSorted())
})

test('a file that was made anew meanwhile stays', async () => {
  const { folder, rooms, names } = await left()
  const file = path.join(rooms, 'erased.sqlite')
  const sweeping = sweep(folder)
  await expect.poll(() => existsSync(`${file}.swept`)).toBe(true)
  const anew = new DatabaseSync(file)
  anew.exec('PRAGMA journal_mode = WAL; CREATE TABLE head (json TEXT)')
  await sweeping
  anew.close()
  expect(await names()).toEqual([...STAYS, 'erased.sqlite'].toSorted())
})

test('before an edge starts, what a killed one left is looked through with its logs', async () => {
  // Files as they lie there while they are written: a killed workerd leaves all that it wrote in the logs.
  const running = await left(true)
  const folder = await temporaryFolder()
  await cp(running.folder, folder, { recursive: true, filter: (file) => !file.endsWith('-shm') })
  running.close()
  const rooms = path.join(folder, 'do/essaim-RoomObject')
  expect(existsSync(path.join(rooms, 'with-a-door.sqlite-wal'))).toBe(true)
  await sweepAtRest(folder)
  expect((await readdir(rooms)).filter((name) => name.endsWith('.sqlite')).toSorted()).toEqual(STAYS)
  const door = new DatabaseSync(path.join(rooms, 'with-a-door.sqlite'))
  expect(door.prepare("SELECT name FROM sqlite_master WHERE name = 'head'").all()).toHaveLength(1)
  door.close()
})

test('before an edge starts, what was deleted from its databases is no longer in their files', async () => {
  const { folder, rooms } = await left()
  const file = path.join(rooms, 'with-a-door.sqlite')
  const database = new DatabaseSync(file)
  // As SQLite is where nobody says otherwise, and as workerd has it: what is deleted stays until something is written there.
  database.exec(
    "PRAGMA secure_delete = OFF; INSERT INTO head VALUES ('what-was-deleted'), ('what-stays'); DELETE FROM head WHERE json = 'what-was-deleted'",
  )
  database.close()
  const bytes = () => readFile(file, 'latin1')
  expect(await bytes()).toContain('what-was-deleted')
  await sweepAtRest(folder)
  expect(await bytes()).not.toContain('what-was-deleted')
  expect(await bytes()).toContain('what-stays')
})

test('a file that was moved away when its edge was killed gets its name back', async () => {
  const { folder, rooms, names } = await left()
  await rename(path.join(rooms, 'with-a-door.sqlite'), path.join(rooms, 'with-a-door.sqlite.swept'))
  await sweepAtRest(folder)
  expect(await names()).toEqual(STAYS)
})

test('L5 a room that was opened and left leaves no file, and its name is in none', async () => {
  const folder = await temporaryFolder()
  const edge = await startEdge({ dataDir: folder, sweepMs: 1_000 })
  const socket = new WebSocket(`${edge.url.replace('http', 'ws')}/api/rooms/a-very-private-name/socket`)
  await new Promise((resolve) => socket.once('open', resolve))
  const [rooms = ''] = (await readdir(path.join(folder, 'do')))
    .filter((name) => name.includes('RoomObject'))
    .map((name) => path.join(folder, 'do', name))
  const files = async () => (await readdir(rooms)).filter((name) => !name.startsWith('metadata'))
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of all.filter((each) => each.isFile())) {
    const text = await readFile(path.join(entry.parentPath, entry.name), 'latin1')
    expect(text, entry.name).not.toContain('a-very-private-name')
  }
  expect((await files()).length).toBeGreaterThan(0)
  socket.close()
  // workerd lets go of an object that was idle for 10 s.
  await expect.poll(files, { timeout: 60_000, interval: 500 }).toEqual([])
  await edge.stop()
})
