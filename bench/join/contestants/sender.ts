import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { openColdBrowser } from '../../common/chromium.ts'
import { openPage } from '../measured/probed-page.ts'

/** Bandwidth estimation takes about this long to allow the largest picture. */
const WARM_UP_MS = 8_000
const SETTLE_MS = 1_500
const PATIENCE_MS = 60_000
/** Frames, of all sizes together, after which the picture counts as moving. */
const ENOUGH_FRAMES = 30

/** The person who is in the room already, with a moving camera, in a browser of their own. */
export class Sender {
  readonly page: Page
  readonly #browser: Browser

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser
    this.page = page
  }

  /** Arrives, sends for long enough that the picture has its full size, and rests. */
  static async arrive(url: string, probe: string): Promise<Sender> {
    const browser = await openColdBrowser()
    const sender = new Sender(browser, await openPage(browser, probe))
    await sender.page.goto(url, { referer: new URL('/', url).href })
    await sender.#sends()
    await pause(WARM_UP_MS)
    await sender.rest()
    return sender
  }

  /** Sends again; resolves when the picture has moved for a while. */
  async wake(): Promise<void> {
    await this.page.evaluate(() => window.joinProbe.setSending(true))
    await this.#sends()
    await pause(SETTLE_MS)
  }

  /** Stops encoding, so that two senders do not share the machine with the contestant; stays in the room. */
  async rest(): Promise<void> {
    await this.page.evaluate(() => window.joinProbe.setSending(false))
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }

  async #sends(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS
    const count = (): Promise<number> => this.page.evaluate(() => window.joinProbe.framesEncoded())
    const before = await count()
    while ((await count()) - before < ENOUGH_FRAMES) {
      if (performance.now() > deadline) throw new Error('the person in the room does not send a picture')
      await pause(100)
    }
  }
}
