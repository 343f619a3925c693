import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { TurnProvider } from './turn-provider.ts'

interface CoturnOptions {
  readonly urls: readonly string[]
  /** What coturn knows as `static-auth-secret`. */
  readonly secret: string
  readonly ttlMs: number
}

/**
 * A coturn with `use-auth-secret`: user names that end by themselves, and passwords that are their HMAC-SHA1 (A REST
 * API For Access To TURN Services, draft-uberti-behave-turn-rest-00 §2.2). Nothing is asked of anybody; nothing can be
 * revoked.
 */
export const coturn = ({ urls, secret, ttlMs }: CoturnOptions): TurnProvider => ({
  name: 'coturn',
  grant: async (person, now) => {
    // coturn counts whole seconds.
    const expiry = Math.floor((now + ttlMs) / 1_000)
    const username = `${expiry}:${person}`
    const credential = base64(hmac(sha1, utf8ToBytes(secret), utf8ToBytes(username)))
    return { servers: [{ urls: [...urls], username, credential }], until: expiry * 1_000, usernames: [] }
  },
  revoke: async () => {},
})

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
