import { type Browser, chromium } from 'playwright-core'
import { ensureBrowser } from '../../../scripts/setup/browser.mjs'

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
  '--use-fake-device-for-media-stream=fps=8',
  // Pages that a test does not look at go on as if they were seen.
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
]

/** `fakeUi` answers the browser's question for devices with yes. */
export async function openChromium(flags: readonly string[] = [], { fakeUi = true } = {}): Promise<Browser> {
  const answer = fakeUi ? ['--use-fake-ui-for-media-stream'] : []
  return chromium.launch({ executablePath: await ensureBrowser(), args: [...FLAGS, ...answer, ...flags] })
}
