import { existsSync } from 'node:fs'
import { access, constants, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from '../setup/problem.mjs'
import { step } from '../setup/progress.mjs'

/** Whoever installs, another user runs it: everybody may read, nobody but the owner may write. */
const UMASK = 0o022

/** What is installed. */
interface Installed {
  /** As people call it: `a node`. */
  readonly what: string
  /** The program by which such a folder is known. */
  readonly program: string
  /** Puts all of it into a folder that is not there yet. */
  write(folder: string): Promise<void>
}

/**
 * Makes a folder that holds a whole program and needs nothing around it but the C library and its like. What was
 * installed there before is replaced at once, so that what starts meanwhile is the old or the new one.
 * @throws {Problem} when the folder is something else, or cannot be written
 */
export async function replaceFolder(folder: string, installed: Installed): Promise<void> {
  const [fresh, old] = [`${folder}.new`, `${folder}.old`]
  await requireReplaceable(folder, installed)
  process.umask(UMASK)
  await step(`Putting ${installed.what} into ${folder}`, async () => {
    for (const left of [fresh, old]) await rm(left, { recursive: true, force: true })
    await installed.write(fresh)
    if (existsSync(folder)) await rename(folder, old)
    await rename(fresh, folder)
    await rm(old, { recursive: true, force: true })
  })
}

/** Only an installation may be replaced, or nothing: what is in `/opt` itself, say, must never go. */
async function requireReplaceable(folder: string, { what, program }: Installed): Promise<void> {
  const parent = path.dirname(folder)
  try {
    await mkdir(parent, { recursive: true })
    await access(parent, constants.W_OK)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : cause
    throw new Problem(`${parent} cannot be written (${code}): say another folder, or be root.`, { cause })
  }
  if (!existsSync(folder) || existsSync(path.join(folder, program))) return
  if ((await readdir(folder)).length === 0) return
  throw new Problem(`${folder} holds something else than ${what}: say a folder that is not there yet.`)
}
