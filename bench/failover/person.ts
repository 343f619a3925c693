import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { listenForTones } from './listening.ts'
import { BLOCK_MS, MOST_TRACKS, SURE_BLOCKS, TONE_DETECTOR } from './tone-detector.ts'

/** In hertz: one a person. */
export const TONES = [300, 500, 800, 1_300] as const

const HEARS_WITHIN_MS = 30_000
const POLL_MS = 100

/** Somebody who sends a tone of their own, and listens for the others'. */
export class Person {
  readonly #page: Page
  readonly #context: BrowserContext
  /** Which of the tones is theirs. */
  readonly #index: number

  private constructor(context: BrowserContext, page: Page, index: number) {
    this.#context = context
    this.#page = page
    this.#index = index
  }

  static async arrive(browser: Browser, index: number): Promise<Person> {
    // The detector is a script of the benchmark's, which the page's policy would not let in.
    const context = await browser.newContext({ permissions: ['microphone'], locale: 'en', bypassCSP: true })
    const page = await context.newPage()
    const own = TONES[index] ?? TONES[0]
    const options = {
      ...{ tones: TONES, own, detector: TONE_DETECTOR },
      ...{ blockMs: BLOCK_MS, mostTracks: MOST_TRACKS, sureBlocks: SURE_BLOCKS },
    }
    await page.addInitScript(listenForTones, options)
    await page.addInitScript(sayMeasured)
    return new Person(context, page, index)
  }

  /** Enters the room as somebody near to that node; near to none in particular where it is null. */
  async join(roomUrl: string, nearTo: string | null): Promise<void> {
    const name = `Person ${this.#index + 1}`
    const query = new URLSearchParams({ name, join: '', mic: '1', cam: '0' })
    await this.#page.goto(`${roomUrl}?${query}#${nearTo ?? ''}`, { referer: new URL('/', roomUrl).href })
    await this.#page.locator('[data-connection="connected"]').waitFor({ state: 'attached', timeout: 30_000 })
  }

  /** Waits until all others are heard at the same time. */
  async hearsAll(): Promise<void> {
    const deadline = performance.now() + HEARS_WITHIN_MS
    while (performance.now() < deadline) {
      await this.begin()
      await pause(POLL_MS * 3)
      const silences = await this.longestSilences()
      if (this.#others(silences).every((ms) => ms <= BLOCK_MS)) return
    }
    throw new Error(`person ${this.#index + 1} does not hear everybody`)
  }

  begin(): Promise<void> {
    return this.#page.evaluate(() => window.listening.begin())
  }

  /** Of each tone, one's own included, as `Listening` says. */
  longestSilences(): Promise<number[]> {
    return this.#page.evaluate(() => window.listening.longestSilences())
  }

  /** How fast its sound ran since `begin`, as a share of real time: silence is counted in sound. */
  pace(): Promise<number> {
    return this.#page.evaluate(() => window.listening.pace())
  }

  /** Loads the page again, as somebody would who thinks that it is stuck. */
  async reload(): Promise<void> {
    await this.#page.reload({ waitUntil: 'commit' })
  }

  /** When each of the others was first heard since the page was loaded (ms since the epoch). */
  async firstHeard(): Promise<number[]> {
    const deadline = performance.now() + HEARS_WITHIN_MS
    while (performance.now() < deadline) {
      const heard = this.#others(await this.#page.evaluate(() => window.listening.firstHeard()))
      const times = heard.filter((at) => at !== null)
      if (times.length === heard.length) return times
      await pause(POLL_MS)
    }
    throw new Error(`person ${this.#index + 1} does not hear everybody again`)
  }

  #others<Of>(values: readonly Of[]): Of[] {
    return values.filter((_, index) => index !== this.#index)
  }

  async close(): Promise<void> {
    await this.#context.close()
  }
}

/** Runs in the page, as text: its join says that the node named in the address is near, and the others far. */
function sayMeasured(): void {
  const near = location.hash.slice(1)
  if (near === '') return
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (data) {
    if (typeof data !== 'string' || !data.includes('"request":"join"')) return send.call(this, data)
    const frame: { params: object } = JSON.parse(data)
    const measured = ['local', 'second', 'fourth'].map((node) => ({
      node,
      roundTripMs: node === near ? 5 : 90,
    }))
    send.call(this, JSON.stringify({ ...frame, params: { ...frame.params, measuredNodes: measured } }))
  }
}
