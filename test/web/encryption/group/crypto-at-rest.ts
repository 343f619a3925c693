import { afterAll } from 'vitest'

/** What of WebCrypto a group uses. */
const USED = [
  'decrypt',
  'deriveBits',
  'deriveKey',
  'digest',
  'encrypt',
  'exportKey',
  'generateKey',
  'importKey',
  'sign',
  'verify',
] as const

let running = 0

/** Counts what runs of WebCrypto, which no fake clock knows of; to be called once in a file of tests. */
export function watchCrypto(): void {
  const { subtle } = crypto
  for (const name of USED) {
    const native: unknown = Reflect.get(subtle, name)
    if (typeof native !== 'function') throw new Error(`no ${name}`)
    Object.defineProperty(subtle, name, {
      configurable: true,
      value: async (...parameters: unknown[]) => {
        running += 1
        try {
          return await Reflect.apply(native, subtle, parameters)
        } finally {
          running -= 1
        }
      },
    })
  }
  // Files share a process: the next one finds WebCrypto as it was. What stood there before is the prototype's.
  afterAll(() => {
    for (const name of USED) Reflect.deleteProperty(subtle, name)
  })
}

/** Resolves when nothing of it runs, and nothing that waited for it goes on: what is left waits for the clock. */
export async function cryptoAtRest(): Promise<void> {
  for (let turns = 0; turns < 3; ) {
    await new Promise((resolve) => setImmediate(resolve))
    turns = running === 0 ? turns + 1 : 0
  }
}
