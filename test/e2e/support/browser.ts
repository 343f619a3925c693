import type { Browser } from 'playwright-core'
import { type ChromiumOptions, openChromium } from '../../../scripts/chromium.ts'

/** A browser for tests: few frames, so that several people fit on a small machine. */
export const openBrowser = (options: ChromiumOptions = {}): Promise<Browser> =>
  openChromium({ cameraFps: 8, ...options })
