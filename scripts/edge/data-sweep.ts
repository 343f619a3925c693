import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

/**
 * workerd makes a file for each Durable Object that is asked anything, and leaves an empty database where all of an object
 * was erased. A room that nobody is in is to leave nothing, not even that somebody once asked for it.
 */

/** How often files are looked through while workerd runs. */
const SWEEP_INTERVAL_MS = 30_000
/** A file that was written to so lately is left alone: its object may be about to be opened. */
const REST_MS = 5_000
/** How long somebody may take who opened a file just before it was moved away, until SQLite's log stands beside it. */
const OPENING_MS = 1_000
const MOVED = '.swept'
/** workerd's own, of all objects of a class. */
const OF_ALL = 'metadata.sqlite'
/** Where workerd keeps an object's alarm. */
const ALARMS = '_cf_METADATA'

/** Looks through an edge's data now and then; returns what ends that. */
export function keepSwept(folder: string, intervalMs = SWEEP_INTERVAL_MS): () => Promise<void> {
  let ended = false
  let sweeping: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    sweeping = sweeping
      .then(() => (ended ? undefined : sweep(folder)))
      .catch((error: unknown) => {
        // What is left lies there until the next time; rooms go on.
        console.error('the data folder could not be looked through:', error)
      })
  }, intervalMs)
  return async () => {
    ended = true
    clearInterval(timer)
    await sweeping
  }
}

/**
 * Before workerd runs: nobody has any file open, and what a killed one left in its logs is put into the databases first. What was
 * deleted from them stays in their free pages until then: an object may not have itself rewritten.
 */
export async function sweepAtRest(folder: string): Promise<void> {
  for (const file of await allDatabasesIn(folder)) if (existsSync(`${file}-wal`)) checkpoint(file)
  for (const file of await databasesIn(folder)) if (!isOpen(file) && isEmpty(file)) await rm(file)
  for (const file of await allDatabasesIn(folder)) if (!isOpen(file)) rewrite(file)
}

/** Makes a database anew of what is in it: nothing of what was deleted is left in the file (SQLite, "VACUUM"). */
function rewrite(file: string): void {
  const database = new DatabaseSync(file)
  try {
    database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // There may be no room for a copy. The edge works with the file as it is.
    console.error(`${file} could not be rewritten:`, error)
  } finally {
    database.close()
  }
}

/** Puts what stands in a database's log into the database. SQLite looks for a log only where something is asked of it. */
function checkpoint(file: string): void {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

/** While workerd runs: what is empty, and of an object that it does not have open, is removed. */
export async function sweep(folder: string): Promise<void> {
  const moved: string[] = []
  for (const file of await databasesIn(folder)) {
    if (isOpen(file) || (await ageOf(file)) < REST_MS || !isEmpty(file)) continue
    await rename(file, file + MOVED)
    moved.push(file)
  }
  if (moved.length === 0) return
  await pause(OPENING_MS)
  for (const file of moved) {
    // Who opened it in the very moment works in the file that was moved: it gets its name back.
    if (isOpen(file) && !existsSync(file)) await rename(file + MOVED, file)
    else await rm(file + MOVED)
  }
}

/** The databases of objects, of all classes. */
const databasesIn = async (folder: string): Promise<string[]> =>
  (await allDatabasesIn(folder)).filter((file) => path.basename(file) !== OF_ALL)

/** The same with workerd's own. */
async function allDatabasesIn(folder: string): Promise<string[]> {
  const objects = path.join(folder, 'do')
  if (!existsSync(objects)) return []
  const entries = await readdir(objects, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  for (const left of files.filter((file) => file.endsWith(MOVED))) await restore(left)
  return files.filter((file) => file.endsWith('.sqlite'))
}

/** A file that was moved away when we were killed: it is empty, unless it is the only one of that name. */
async function restore(left: string): Promise<void> {
  const file = left.slice(0, -MOVED.length)
  if (existsSync(file)) await rm(left)
  else await rename(left, file)
}

/** SQLite has its log beside a database for as long as somebody has that open. */
const isOpen = (file: string): boolean => existsSync(`${file}-wal`) || existsSync(`${file}-shm`)

const ageOf = async (file: string): Promise<number> => Date.now() - (await stat(file)).mtimeMs

/** Whether there is nothing in it: neither a table of ours nor an alarm. Reads the file as it is, and makes none beside it. */
function isEmpty(file: string): boolean {
  const url = pathToFileURL(file)
  url.search = '?immutable=1'
  const database = new DatabaseSync(url, { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    const names = tables.map(({ name }) => String(name))
    if (names.some((name) => name !== ALARMS)) return false
    if (!names.includes(ALARMS)) return true
    return database.prepare(`SELECT 1 FROM ${ALARMS} WHERE value IS NOT NULL`).all().length === 0
  } finally {
    database.close()
  }
}
