import { access, chmod, constants, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Problem } from '../setup/problem.mjs'

/** A folder that no other edge works in while this one has it. */
export interface DataFolder {
  readonly path: string
  /** Lets another edge have it. Idempotent. */
  release(): void
}

/** SQLITE_BUSY: another process has the file locked. */
const BUSY = 5
const CANNOT = 'correct its rights, or choose another with --data.'

/**
 * Makes the folder if need be, closes it to everybody else, and takes it for this process alone: two edges on the same files
 * would ruin both's rooms. Throws a Problem with a sentence; exit code 2 where no folder can be there.
 */
export async function takeDataFolder(folder: string): Promise<DataFolder> {
  // What SQLite and others make in it later is nobody else's either.
  process.umask(0o077)
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
  } catch (cause) {
    const reason = codeOf(cause)
    const exitCode = reason === 'EACCES' || reason === 'EPERM' || reason === 'EROFS' ? 1 : 2
    throw new Problem(`the data folder ${folder} cannot be written to (${reason}): ${CANNOT}`, {
      cause,
      exitCode,
    })
  }
  await closeToOthers(folder)
  return lock(folder)
}

/** Not `recursive`: Node never returns from that where a parent is there and takes no folder (as /proc does). */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = path.dirname(folder)
  if (parent !== folder) await makeFolder(parent)
  await mkdir(folder, { mode: 0o700 })
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Earlier versions made it as the system makes folders, for all to read. */
async function closeToOthers(folder: string): Promise<void> {
  try {
    await chmod(folder, 0o700)
  } catch (cause) {
    throw new Problem(`the data folder ${folder} is not yours (${codeOf(cause)}): ${CANNOT}`, { cause })
  }
}

/** By SQLite's own locks, which the system takes off a process that ends, however it ends. */
function lock(folder: string): DataFolder {
  const held = new DatabaseSync(path.join(folder, 'lock'))
  try {
    held.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    held.close()
    if (!isBusy(cause)) throw cause
    throw new Problem(
      `the data folder ${folder} is in use by another edge: end it, or choose another with --data.`,
      { cause },
    )
  }
  return {
    path: folder,
    release: () => {
      if (held.isOpen) held.close()
    },
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === BUSY

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
