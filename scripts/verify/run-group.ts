import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from '../setup/places.mjs'
import type { Say } from './stage.ts'

const MINUTE_MS = 60_000
/** How long what a tool left behind may hold its output open. */
const LAST_WORDS_MS = 2_000

export interface GroupOptions {
  /** Hears all that the tool and what it starts say. */
  readonly say: Say
  /** Far beyond what it takes, also on a slow machine: what hangs must not hang the whole. */
  readonly longestMs: number
  /** Added to our environment. */
  readonly env?: NodeJS.ProcessEnv
}

/**
 * Runs a tool in a process group of its own, and ends whatever it leaves behind, or itself when it takes too long.
 * @returns whether it ended with code 0
 */
export async function runGroup(
  command: string,
  args: readonly string[],
  { say, longestMs, env }: GroupOptions,
): Promise<boolean> {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say)
  const { promise: ended, resolve } = Promise.withResolvers<boolean>()
  child.once('error', (error) => {
    say(`${command} could not be started: ${error.message}\n`)
    resolve(false)
  })
  child.once('exit', (code) => resolve(code === 0))
  const killGroup = () => killIfThere(child.pid)
  const tooLong = setTimeout(() => {
    say(`${command} took more than ${longestMs / MINUTE_MS} minutes: ended.\n`)
    killGroup()
  }, longestMs)
  // A group of its own does not hear the terminal's Ctrl-C.
  process.on('exit', killGroup)
  try {
    return await ended
  } finally {
    clearTimeout(tooLong)
    process.off('exit', killGroup)
    killGroup()
    await outputOf(child)
  }
}

/** Waits until all that was said has been heard. */
async function outputOf(child: ChildProcess): Promise<void> {
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null && !stream.closed)
  await Promise.race([
    Promise.all(streams.map((stream) => stream && once(stream, 'close'))),
    pause(LAST_WORDS_MS, undefined, { ref: false }),
  ])
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
