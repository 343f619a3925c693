import type { Browser, BrowserContext, Page } from 'playwright-core'
import { fragmentOf, type RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import type { Settings } from '../../../web/settings/settings-schema.ts'
import { PATIENCE, Somebody } from './somebody.ts'
import { speakSteadily } from './steady-voice.ts'
import { type Growth, watchConnections } from './watch-connections.ts'

export interface JoinWishes {
  readonly mic?: boolean
  readonly cam?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly locale?: string
  /** Whether one points with a finger, as on a telephone. */
  readonly touch?: boolean
  /** Whether they asked their system that nothing moves: what moves is drawn by the processor here. */
  readonly still?: boolean
  /** What the browser remembers of an earlier visit. */
  readonly settings?: Partial<Settings>
  /** What the browser grants without asking; microphone and camera when not given. */
  readonly permissions?: readonly string[]
  /** Whether the microphone gives a tone without pauses; Chromium's beeps now and then, which whoever listens now and then can miss. */
  readonly steadyVoice?: boolean
  /** What is behind the `#` of the link, of a room that is encrypted; by its name alone when not given. */
  readonly secret?: RoomSecret
}

/** Somebody in front of a Chromium. */
export class Person extends Somebody {
  override readonly name: string
  readonly page: Page
  readonly #context: BrowserContext
  /** Every frame of every socket, with its direction, and when it was seen (`performance.now()`), since the page was opened. */
  readonly frames: { readonly from: 'page' | 'edge'; readonly text: string; readonly at: number }[] = []
  /** Every address that the page asked for. */
  readonly requests: string[] = []

  private constructor(name: string, page: Page, context: BrowserContext) {
    super()
    this.name = name
    this.page = page
    this.#context = context
    page.on('request', (request) => this.requests.push(request.url()))
    page.on('websocket', (socket) => {
      this.requests.push(socket.url())
      const keep = (from: 'page' | 'edge') => (frame: { readonly payload: string | Buffer }) =>
        this.frames.push({ from, text: String(frame.payload), at: performance.now() })
      socket.on('framesent', keep('page'))
      socket.on('framereceived', keep('edge'))
    })
  }

  static async arrive(browser: Browser, name: string, wishes: JoinWishes = {}): Promise<Person> {
    const context = await browser.newContext({
      permissions: [...(wishes.permissions ?? ['microphone', 'camera'])],
      viewport: wishes.viewport ?? { width: 640, height: 480 },
      locale: wishes.locale ?? 'en',
      ...(wishes.touch && { hasTouch: true, isMobile: true }),
      ...(wishes.still && { reducedMotion: 'reduce' }),
    })
    const page = await context.newPage()
    await page.addInitScript(watchConnections)
    if (wishes.steadyVoice) await page.addInitScript(speakSteadily)
    if (wishes.settings) {
      const remembered = JSON.stringify(wishes.settings)
      await page.addInitScript((text) => localStorage.setItem('essaim', text), remembered)
    }
    return new Person(name, page, context)
  }

  /** Arrives in the room by a link that joins at once. */
  static async join(browser: Browser, url: string, room: string, name: string, wishes: JoinWishes = {}) {
    const person = await Person.arrive(browser, name, wishes)
    await person.goInto(url, room, wishes)
    return person
  }

  /** Enters the room by a link that joins at once. */
  async goInto(url: string, room: string, wishes: JoinWishes = {}): Promise<void> {
    const { mic = true, cam = true, secret = null } = wishes
    const query = new URLSearchParams({
      name: this.name,
      join: '',
      mic: mic ? '1' : '0',
      cam: cam ? '1' : '0',
    })
    await this.visit(`${url}/${room}?${query}${fragmentOf(secret)}`)
    await this.inRoom()
  }

  /** Goes there as by a link on a page of the same edge: such a link may turn devices on (J10). */
  async visit(address: string): Promise<void> {
    await this.page.goto(address, { referer: new URL('/', address).href })
  }

  async inRoom(): Promise<void> {
    await this.page.locator('[data-connection="connected"]').waitFor({ timeout: PATIENCE.timeout })
  }

  protected override others(): Promise<string[]> {
    return this.page.locator('article[data-peer]:not([data-self])').evaluateAll(namesOf)
  }

  tile(name: string) {
    return this.page.locator(`article[data-peer][data-name="${name}"]`)
  }

  override async idOf(name: string): Promise<string> {
    return (await this.tile(name).getAttribute('data-peer')) ?? ''
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
    await this.page.locator(`[data-action="${action}"]:visible`).first().click()
  }

  override carriedFrom(): Promise<string[]> {
    return this.page.evaluate(() => window.received.remoteAddresses())
  }

  override async texts(selector: string): Promise<string[]> {
    return this.page.locator(selector).allTextContents()
  }

  async close(): Promise<void> {
    await this.#context.close()
  }
}

const namesOf = (tiles: Element[]): string[] =>
  tiles.map((tile) => tile.getAttribute('data-name') ?? '').sort()
