import { afterAll, vi } from 'vitest'

/** Files of pure parts share a process: what one replaced is back before the next begins. */
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})
