import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../../scripts/chromium.ts'

/** A new process with an empty profile; whoever opens it closes it. */
export const openColdBrowser = (): Promise<Browser> =>
  // The benchmark itself hears signals, and closes what it opened.
  openChromium({ launch: { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } })

/** An empty page that will run `probe` before anything that it loads. */
export async function openPage(browser: Browser, probe: string): Promise<Page> {
  const context = await browser.newContext({
    permissions: ['microphone', 'camera'],
    viewport: { width: 1280, height: 720 },
    locale: 'en',
  })
  const page = await context.newPage()
  await page.addInitScript({ content: probe })
  return page
}
