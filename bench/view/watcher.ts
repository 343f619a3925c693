import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Contestant } from './contestants.ts'
import { countReceived, type Received } from './received.ts'

export const WINDOW = { width: 1280, height: 720 }

/** Where the page keeps its settings. */
const SETTINGS_KEY = 'essaim'

/** Somebody in the room who looks at the others, in a page of their own. */
export class Watcher {
  readonly #context: BrowserContext
  readonly #page: Page

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context
    this.#page = page
  }

  static async join(browser: Browser, roomUrl: string, looks: Contestant): Promise<Watcher> {
    const context = await browser.newContext({ viewport: WINDOW, locale: 'en' })
    const page = await context.newPage()
    await page.addInitScript(countReceived)
    await page.addInitScript(([key, settings]) => localStorage.setItem(key, settings), [
      SETTINGS_KEY,
      JSON.stringify(looks.settings),
    ] as const)
    if (!looks.visible) await page.addInitScript(lookAway)
    if (!looks.tells) await page.addInitScript(tellNothing)
    const query = new URLSearchParams({ name: 'Watcher', join: '', mic: '0', cam: '0' })
    await page.goto(`${roomUrl}?${query}`)
    await page.locator('[data-connection="connected"]').waitFor({ state: 'attached', timeout: 60_000 })
    return new Watcher(context, page)
  }

  measure(durationMs: number): Promise<Received> {
    return this.#page.evaluate((duration) => window.measureReceived(duration), durationMs)
  }

  async close(): Promise<void> {
    await this.#context.close()
  }
}

/** Runs in the page, as text: nobody looks at it. */
function lookAway(): void {
  Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
}

/** Runs in the page, as text: what it shows is told to nobody. */
function tellNothing(): void {
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (data) {
    if (typeof data === 'string' && data.includes('"request":"set-view"')) return
    send.call(this, data)
  }
}
