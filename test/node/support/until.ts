import { vi } from 'vitest'

/** Waits for something that no event tells. The limit only ends a test that will fail: this machine may be busy. */
export const until = (condition: () => boolean): Promise<boolean> =>
  vi.waitUntil(condition, { timeout: 30_000, interval: 5 })
