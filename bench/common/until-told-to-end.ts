import { Interrupted } from '../../scripts/setup/problem.mjs'

/**
 * Rejects with Interrupted when somebody tells this program to end. To be called after everything is started:
 * Miniflare's own listeners, which end the process at once, give way to ours.
 */
export function untilToldToEnd(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.removeAllListeners(signal)
      process.on(signal, () => reject(new Interrupted(signal)))
    }
  })
}
