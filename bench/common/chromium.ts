import type { Browser } from 'playwright-core'
import { type ChromiumOptions, openChromium } from '../../scripts/stage/chromium.ts'

/** A new process with an empty profile; whoever opens it closes it. */
export const openColdBrowser = (options: Omit<ChromiumOptions, 'launch'> = {}): Promise<Browser> =>
  // The benchmark itself hears signals, and closes what it opened.
  openChromium({ ...options, launch: { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } })
