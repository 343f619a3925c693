import { type Browser, chromium, type Page } from 'playwright-core'
import { ensureBrowser } from '../../scripts/setup/browser.mjs'

/** For machines without a sandbox, a graphics card or an internet; with a camera and a microphone of their own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
]

/** A new process with an empty profile; whoever opens it closes it. */
export async function openColdBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureBrowser(),
    args: FLAGS,
    // The benchmark itself hears signals, and closes what it opened.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

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
