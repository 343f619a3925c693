import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { PINNED_NODE, ROOT } from '../../../scripts/setup/places.mjs'
import type { World } from './world.ts'

const Ready = v.object({ address: v.object({ port: v.number() }) })

/** Starts the floor's server (floor/main.ts), and waits until it listens. It ends with us, whatever ends us. */
export async function startFloor(): Promise<World> {
  const child = spawn(
    PINNED_NODE,
    [
      ...['--import', path.join(ROOT, 'scripts/end-with-parent.ts')],
      fileURLToPath(new URL('../floor/main.ts', import.meta.url)),
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  const exited = once(child, 'exit')
  const ended = exited.then(([code]) => {
    throw new Error(`the floor's server ended with ${code}`)
  })
  const [message] = await Promise.race([once(child, 'message'), ended])
  // Later on, its end shows in the measurement.
  ended.catch(() => undefined)
  const { port } = v.parse(Ready, message).address
  const close = async (): Promise<void> => {
    child.kill('SIGTERM')
    await exited
  }
  return { port, close }
}
