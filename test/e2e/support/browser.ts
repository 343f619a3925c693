import type { Browser } from 'playwright-core'
import { type ChromiumOptions, openChromium } from '../../../scripts/chromium.ts'

/** A browser for tests: few frames, so that several people fit on a small machine. */
export const openBrowser = (options: ChromiumOptions = {}): Promise<Browser> =>
  openChromium({ cameraFps: 8, ...options })

let shared: Promise<Browser> | null = null

/**
 * The browser of all test files that this process runs, one after the other; it ends with the process. Whoever comes has a
 * context of their own in it, which remembers nothing of others, and is closed with the test.
 */
export async function sharedBrowser(): Promise<Browser> {
  const former = await shared
  if (former && !former.isConnected()) shared = null
  shared ??= openBrowser()
  return shared
}
