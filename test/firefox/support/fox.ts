import type { Browser, BrowserContext, Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { fragmentOf, type RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import { PATIENCE, Somebody } from '../../e2e/support/somebody.ts'
import { type Growth, watchConnections } from '../../e2e/support/watch-connections.ts'
import { withSmallCamera } from './small-camera.ts'

export interface FoxWishes {
  /** Whether their window and what their camera gives are small, so that several people fit on a small machine. */
  readonly isModest?: boolean
}

/** Somebody in front of a Firefox. */
export class Fox extends Somebody {
  override readonly name: string
  readonly page: Page
  readonly #context: BrowserContext

  private constructor(name: string, page: Page, context: BrowserContext) {
    super()
    this.name = name
    this.page = page
    this.#context = context
  }

  static async arrive(browser: Browser, name: string, { isModest = false }: FoxWishes = {}): Promise<Fox> {
    const context = await browser.createBrowserContext()
    // A window, as a tab that is hidden decodes no pictures.
    const page = await context.newPage({ type: 'window' })
    page.setDefaultTimeout(PATIENCE.timeout)
    await page.evaluateOnNewDocument(watchConnections)
    if (isModest) {
      await page.evaluateOnNewDocument(withSmallCamera)
      await page.setViewport({ width: 640, height: 480 })
    }
    return new Fox(name, page, context)
  }

  /** Enters the room by the page before joining, with both devices on. */
  async enter(address: string): Promise<void> {
    await this.comesBefore(address)
    await this.joins()
  }

  /** Joins from the page before. */
  async joins(): Promise<void> {
    await this.page.locator('[name="name"]').fill(this.name)
    await this.press('join')
    await this.inRoom()
  }

  /** Comes to the page before joining, and has both devices on. */
  async comesBefore(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.locator('.preview-frame video').wait()
  }

  /**
   * Enters the room by a link that joins at once, on a page of the same edge: such a link may turn devices on (J10), a microphone and,
   * unless told otherwise, a camera.
   */
  async enterAtOnce(address: string, secret: RoomSecret | null = null, cam = true): Promise<void> {
    const query = new URLSearchParams({ name: this.name, join: '', mic: '1', cam: cam ? '1' : '0' })
    // WebDriver BiDi gives no referrer; this is the smallest page that does.
    await this.page.goto(new URL('/robots.txt', address).href)
    await this.page.evaluate((link) => location.assign(link), `${address}?${query}${fragmentOf(secret)}`)
    await this.inRoom()
  }

  async inRoom(): Promise<void> {
    await this.page.locator('[data-connection="connected"]').wait()
  }

  protected override others(): Promise<string[]> {
    return this.page.$$eval('article[data-peer]:not([data-self])', (tiles) =>
      tiles.map((tile) => tile.getAttribute('data-name') ?? '').sort(),
    )
  }

  tile(name: string): string {
    return `article[data-peer][data-name="${name}"]`
  }

  override async idOf(name: string): Promise<string> {
    const tile = await this.page.waitForSelector(this.tile(name))
    return (await tile?.evaluate((element) => element.getAttribute('data-peer'))) ?? ''
  }

  protected override received(peer: string) {
    return this.page.evaluate(
      async (id) => ({
        frames: await window.received.framesDecoded(id),
        energy: await window.received.audioEnergy(id),
      }),
      peer,
    )
  }

  protected override grown(asked: Growth) {
    return this.page.evaluate((growth) => window.received.grown(growth), asked)
  }

  override async press(action: string): Promise<void> {
    await this.page.waitForSelector(`[data-action="${action}"]`)
    // Of the same button in two places, the one that is seen.
    for (const button of await this.page.$$(`[data-action="${action}"]`)) {
      if (!(await button.isVisible())) continue
      await button.click()
      return
    }
    throw new Error(`no ${action} is to be seen`)
  }

  /** Waits until as many elements are there as given. */
  async shows(selector: string, count: number): Promise<void> {
    await expect.poll(async () => (await this.page.$$(selector)).length, PATIENCE).toBe(count)
  }

  override carriedFrom(): Promise<string[]> {
    return this.page.evaluate(() => window.received.remoteAddresses())
  }

  override async texts(selector: string): Promise<string[]> {
    return this.page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent ?? ''))
  }

  async close(): Promise<void> {
    await this.#context.close()
  }
}
