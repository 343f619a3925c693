import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { ROOT } from '../../../scripts/setup/places.mjs'

export interface Program {
  readonly child: ChildProcess
  /** What it has said so far, standard output and error together. */
  output(): string
  /** Fulfils with the exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>
}

interface Launch {
  args: readonly string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** The Node that runs it: the one that runs the tests when not given. */
  node?: string
}

/** Runs a Node program in a process group of its own, which is ended with the test. */
export function launch({ args, env = process.env, cwd = ROOT, node = process.execPath }: Launch): Program {
  const child = spawn(node, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const { promise: exited, resolve, reject } = Promise.withResolvers<number | null>()
  child.once('error', reject)
  child.once('close', (code) => resolve(code))
  onTestFinished(() => endGroup(child))
  return { child, output: () => output, exited }
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // ESRCH: it ended by itself, with all that it started.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Runs a program to its end. */
export async function run(options: Launch): Promise<{ code: number | null; output: string }> {
  const program = launch(options)
  return { code: await program.exited, output: program.output() }
}

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'essaim-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
