import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { expect, onTestFinished } from 'vitest'
import { newNodeKeyPair } from '../../../protocol/node-edge/keys.ts'
import { readJson } from '../../../protocol/reading.ts'

const MAIN = fileURLToPath(new URL('../../../sfu-node/main.ts', import.meta.url))

export const KEYS = await newNodeKeyPair()

const LogLine = v.looseObject({
  time: v.pipe(v.string(), v.isoTimestamp()),
  level: v.picklist(['info', 'warn', 'error']),
  event: v.string(),
})

/** Runs sfu-node/main.ts as a process of its own; it is killed when the test ends. */
export function runNode(
  args: readonly string[],
  env: Record<string, string> = { ESSAIM_NODE_KEY: KEYS.privateKey },
) {
  const { ESSAIM_NODE_KEY: _, ...inherited } = process.env
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  const errors: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => output.push(line))
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  const logged = () => output.map((line) => v.parse(LogLine, readJson(line)))
  // 'close' comes after 'exit', when all that it wrote was read.
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    child,
    /** The process's id. */
    get pid(): number {
      if (child.pid === undefined) throw new Error('the node did not start')
      return child.pid
    },
    ended,
    /** What it wrote on standard output; not to be a log where it only prints help. */
    output,
    errors,
    logged,
    /** Waits until it has logged this: a line of its log may be read after an answer that it gave later, by its socket. */
    logs: (line: object) =>
      expect.poll(logged, { timeout: 30_000 }).toContainEqual(expect.objectContaining(line)),
  }
}
