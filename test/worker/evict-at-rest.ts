import { evictDurableObject } from 'cloudflare:test'
import { vi } from 'vitest'

/**
 * Evicts an object as workerd does: once nothing of it is under way any more. Counts wait some hundred milliseconds until they
 * are told, and for the directory then; workerd's own patience ends before that on a busy machine.
 */
export const evictAtRest = (...[stub, options]: Parameters<typeof evictDurableObject>): Promise<void> =>
  vi.waitFor(() => evictDurableObject(stub, options), { timeout: 10_000, interval: 50 })
