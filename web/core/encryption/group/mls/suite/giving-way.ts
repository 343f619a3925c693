import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js'

/**
 * Chromium runs what is asked of WebCrypto in the thread that asks, and comes back in the same task. So all that a change of a
 * group takes would be one task, a quarter of a second in a large group, and what a page has to catch up with one of seconds,
 * in which nobody sees or hears anything move.
 */

/**
 * For how long whoever comes in may keep their page's thread, in milliseconds: they hear nobody before they are in, and while their
 * media is negotiated, others follow. Less than a long task (W3C longtasks).
 */
export const COMING_IN_AT_A_TIME_MS = 40
/** The same of whoever is in a call, who sees things move, in milliseconds: a picture's time. */
export const FOLLOWING_AT_A_TIME_MS = 16

/**
 * The same suite, in pieces: between two things that it is asked for, the page's thread may do something else.
 *
 * @param atATimeMs - After how long it may, in milliseconds, as things are.
 */
export function givingWay(
  { hash, kdf, signature, ...suite }: CiphersuiteImpl,
  atATimeMs: () => number,
): CiphersuiteImpl {
  let since = performance.now()
  const giveWay = async (): Promise<void> => {
    if (performance.now() - since < atATimeMs()) return
    await nextTask()
    since = performance.now()
  }
  return {
    ...suite,
    hash: {
      ...hash,
      digest: async (data) => {
        await giveWay()
        return hash.digest(data)
      },
    },
    kdf: {
      ...kdf,
      expand: async (prk, info, length) => {
        await giveWay()
        return kdf.expand(prk, info, length)
      },
    },
    signature: {
      ...signature,
      verify: async (key, message, signed) => {
        await giveWay()
        return signature.verify(key, message, signed)
      },
    },
  }
}

/** Resolves in a task of its own, after those that wait already; also in a tab that nobody sees, where timers are late. */
async function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const arrived = Promise.withResolvers<void>()
  port1.onmessage = () => arrived.resolve()
  port2.postMessage(null)
  await arrived.promise
  port1.close()
}
