import { access, constants, mkdir } from 'node:fs/promises'
import { Problem } from './setup/problem.mjs'

/** Makes the folder if need be, and sees to it that it can be written to. */
export async function requireDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new Problem(
      `the data folder ${folder} cannot be written to (${reason}): correct its rights, or choose another with --data.`,
      { cause },
    )
  }
}
