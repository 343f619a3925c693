import type { Browser } from 'playwright-core'
import { type ChromiumOptions, openChromium } from '../../../scripts/stage/chromium.ts'

/** A browser for tests: few frames, so that several people fit on a small machine. */
export const openBrowser = (options: ChromiumOptions = {}): Promise<Browser> =>
  openChromium({ cameraFps: 8, ...options })

let shared: Promise<Browser> | null = null

/**
 * The browser of all test files that this process runs, one after the other; it ends with the process. Whoever comes has a
 * context of their own in it, which remembers nothing of others. A file that is over calls `leaveBrowser`.
 */
export async function sharedBrowser(): Promise<Browser> {
  const former = await shared
  if (former && !former.isConnected()) shared = null
  shared ??= openBrowser()
  return shared
}

/** Closes what a test file left open in the browser that it shares with others. */
export async function leaveBrowser(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
}
