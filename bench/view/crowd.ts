import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { Problem } from '../../scripts/setup/problem.mjs'
import { openBarePage } from '../common/bare-page.ts'
import { type Spread, spreadOf } from '../common/spread.ts'

/** Many cameras on one machine: few pictures a second each, alike for every contestant. */
export const CAMERA_FPS = 2
/** Of a camera with 720 lines. */
const LAYERS = [0, 1, 2] as const
const LOOK_MS = 3_000
/** Until the encoders have found their rates. */
const PATIENCE_MS = 60_000

/** What all send of one layer. */
export interface SentOfLayer {
  readonly lines: number
  readonly kilobitsPerSecond: Spread
  readonly framesPerSecond: Spread
}

/** People who send their cameras and look at nobody, all in one page: the machine is for whoever is measured. */
export class Crowd {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  /** Resolves when so many are in the room, and send all layers; `opened` closes them. Throws a Problem where they cannot. */
  static async gather(roomUrl: string, count: number, opened: AsyncDisposableStack): Promise<Crowd> {
    const page = await openBarePage('The crowd', new URL('./crowd/main.ts', import.meta.url), opened)
    await page.evaluate(([room, people, fps]) => window.crowd.fill(room, people, fps), [
      roomUrl,
      count,
      CAMERA_FPS,
    ] as const)
    const crowd = new Crowd(page)
    await crowd.#sendsAll()
    return crowd
  }

  /** What is sent of each layer while `durationMs` pass. */
  async measure(durationMs: number): Promise<SentOfLayer[]> {
    const sent = () => this.#page.evaluate(() => window.crowd.sent())
    const begun = performance.now()
    const before = await sent()
    await pause(durationMs)
    const after = await sent()
    const seconds = (performance.now() - begun) / 1_000
    return LAYERS.map((layer) => {
      const rates = after.map((person, index) => {
        const [now, earlier] = [person[layer], before[index]?.[layer]]
        return {
          bits: (8 * ((now?.bytes ?? 0) - (earlier?.bytes ?? 0))) / seconds,
          frames: ((now?.frames ?? 0) - (earlier?.frames ?? 0)) / seconds,
        }
      })
      return {
        lines: after[0]?.[layer]?.lines ?? 0,
        kilobitsPerSecond: spreadOf(rates.map(({ bits }) => bits / 1e3)),
        framesPerSecond: spreadOf(rates.map(({ frames }) => frames)),
      }
    })
  }

  async #sendsAll(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS
    while (!keepsUp(await this.measure(LOOK_MS))) {
      if (performance.now() > deadline)
        throw new Problem(
          'this machine is too slow for so many cameras: close what else runs, or try --people 9',
        )
    }
  }
}

/** Whether everybody sends every layer, and about as many pictures as they should. */
export const keepsUp = (sent: readonly SentOfLayer[]): boolean =>
  sent.every(({ framesPerSecond }) => framesPerSecond.min >= CAMERA_FPS / 2)
