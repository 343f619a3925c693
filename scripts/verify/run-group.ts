import { spawn } from 'node:child_process'
import { ROOT } from '../setup/places.mjs'

/** Far beyond what any stage takes; a stage that hangs must not hang the whole. */
const LONGEST_MS = 30 * 60_000

/**
 * Runs a tool in a process group of its own, in this terminal, and ends whatever it leaves behind.
 * @returns whether it ended with code 0
 */
export async function runGroup(command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
  const { promise: ended, resolve } = Promise.withResolvers<boolean>()
  child.once('error', (error) => {
    console.error(`${command} could not be started: ${error.message}`)
    resolve(false)
  })
  child.once('exit', (code) => resolve(code === 0))
  const killGroup = () => killIfThere(child.pid)
  const tooLong = setTimeout(() => {
    console.error(`${command} took more than ${LONGEST_MS / 60_000} minutes: ended.`)
    killGroup()
  }, LONGEST_MS)
  // A group of its own does not hear the terminal's Ctrl-C.
  process.on('exit', killGroup)
  try {
    return await ended
  } finally {
    clearTimeout(tooLong)
    process.off('exit', killGroup)
    killGroup()
  }
}

function killIfThere(group: number | undefined): void {
  if (group === undefined) return
  try {
    process.kill(-group, 'SIGKILL')
  } catch (error) {
    // ESRCH is the good case: nothing was left.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
