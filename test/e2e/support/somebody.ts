import { setTimeout as pause } from 'node:timers/promises'
import { inspect, isDeepStrictEqual } from 'node:util'
import type { Growth } from './watch-connections.ts'

/** How long anything may take on a machine that is busy with browsers. */
export const PATIENCE = { timeout: 30_000, interval: 150 } as const

/**
 * Looks until what is found holds. Unlike Vitest's `expect.poll` it needs not know which test it is in, of several that go on beside
 * each other.
 */
async function until<Found>(
  what: string,
  look: () => Promise<Found>,
  holds: (found: Found) => boolean,
  timeout: number = PATIENCE.timeout,
): Promise<void> {
  const deadline = performance.now() + timeout
  for (;;) {
    const found = await look()
    if (holds(found)) return
    if (performance.now() > deadline)
      throw new Error(`not within ${timeout} ms: ${what}; the last: ${inspect(found)}`)
    await pause(PATIENCE.interval)
  }
}

/** Somebody in a room, whatever browser they use: what they see and hear, by `window.received` (watch-connections.ts). */
export abstract class Somebody {
  abstract readonly name: string

  /** The names on the tiles of the others, sorted. */
  protected abstract others(): Promise<string[]>
  /** The id of whoever has that name, once they are shown. */
  abstract idOf(name: string): Promise<string>
  /** Frames decoded of that person's picture, ever; and the energy of their voice, as far as it was played. */
  protected abstract received(peer: string): Promise<{ readonly frames: number; readonly energy: number }>
  /** Asks the page whether a figure grows (watch-connections.ts). */
  protected abstract grown(asked: Growth): ReturnType<Window['received']['grown']>
  /** Presses the button that is seen. */
  abstract press(action: string): Promise<void>
  /** The addresses of the nodes that carry them. */
  abstract carriedFrom(): Promise<string[]>
  /** What stands in the elements that are there, seen or not. */
  abstract texts(selector: string): Promise<string[]>

  /** Waits until these people, and nobody else, are shown beside oneself. */
  async sees(...names: string[]): Promise<void> {
    await until(
      `${this.name} sees ${names.join()}`,
      () => this.others(),
      (shown) => isDeepStrictEqual(shown, names),
    )
  }

  /** Waits until that person's picture moves: decoded frames that grow. */
  watches(name: string, timeout?: number): Promise<void> {
    return this.#grows('framesDecoded', name, 5, timeout)
  }

  /** Waits until that person's voice is heard: audio energy that grows. */
  hears(name: string, timeout?: number): Promise<void> {
    return this.#grows('audioEnergy', name, 1e-5, timeout)
  }

  /** The page itself looks again and again: from here it would cost several times as much. */
  async #grows(figure: Growth['figure'], name: string, by: number, timeout?: number): Promise<void> {
    const peer = await this.idOf(name)
    let start: number | null = null
    const growth = async (): Promise<number> => {
      const seen = await this.grown({ figure, peer, start, by })
      // What comes anew, as after a failover, is counted from nothing.
      start = Math.min(seen.start, seen.now)
      return seen.now - start
    }
    await until(`${figure} of ${name} grows for ${this.name}`, growth, (grown) => grown > by, timeout)
  }

  /**
   * Waits until that person's voice is not heard at all for so long: a second, in which each beep of Chromium's microphone would be
   * heard, and less of a voice that has no pauses.
   */
  async stopsHearing(name: string, forMs = 1_000): Promise<void> {
    const heard = async () => {
      const before = await this.audioEnergyOf(name)
      await pause(forMs)
      return (await this.audioEnergyOf(name)) - before
    }
    await until(`${this.name} hears ${name} no more`, heard, (energy) => energy < 1e-6)
  }

  /** What came of that person in each of the next seconds, about: frames decoded, and energy of their voice. */
  async secondsOf(name: string, seconds: number): Promise<{ frames: number; energy: number }[]> {
    const peer = await this.idOf(name)
    const came: { frames: number; energy: number }[] = []
    let before = await this.received(peer)
    while (came.length < seconds) {
      await pause(1_000)
      const now = await this.received(peer)
      came.push({ frames: now.frames - before.frames, energy: now.energy - before.energy })
      before = now
    }
    return came
  }

  async audioEnergyOf(name: string): Promise<number> {
    return (await this.received(await this.idOf(name))).energy
  }
}

/** All of them see and hear each other. */
export async function meet(...people: readonly Somebody[]): Promise<void> {
  const pairs = people.flatMap((one) =>
    people.filter((other) => other !== one).map((other) => [one, other] as const),
  )
  await Promise.all(pairs.flatMap(([one, { name }]) => [one.watches(name), one.hears(name)]))
}
