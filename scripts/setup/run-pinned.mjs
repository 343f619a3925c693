import { spawn } from 'node:child_process'
import { PINNED_NODE } from './places.mjs'

/** Watches the channel to us, and ends the script when we are gone, even where we got no time to say so. */
const END_WITH_PARENT = new URL('../end-with-parent.ts', import.meta.url).href

/**
 * Goes on as another program: runs a script on the pinned Node in this terminal, passes signals on to it, and
 * ends as it ends. (A process can replace itself only in a newer Node than the one that may be running this.)
 * @param {string} script
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<never>}
 */
export function continueOnPinnedNode(script, args, env = process.env) {
  // Our own programs are TypeScript. Another's may use such a channel in its own way, and gets none.
  const isOurs = script.endsWith('.ts')
  const child = spawn(PINNED_NODE, [...(isOurs ? ['--import', END_WITH_PARENT] : []), script, ...args], {
    env,
    stdio: ['inherit', 'inherit', 'inherit', isOurs ? 'ipc' : 'ignore'],
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
