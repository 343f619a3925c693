import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'

/** How long anything may take on a machine that is busy with browsers. */
export const PATIENCE = { timeout: 30_000, interval: 150 } as const

/** Somebody in a room, whatever browser they use: what they see and hear, by `window.received` (watch-connections.ts). */
export abstract class Somebody {
  abstract readonly name: string

  /** The names on the tiles of the others, sorted. */
  protected abstract others(): Promise<string[]>
  /** The id of whoever has that name, once they are shown. */
  abstract idOf(name: string): Promise<string>
  /** Frames decoded of that person's picture, ever; and the energy of their voice, as far as it was played. */
  protected abstract received(peer: string): Promise<{ readonly frames: number; readonly energy: number }>
  /** Presses the button that is seen. */
  abstract press(action: string): Promise<void>

  /** Waits until these people, and nobody else, are shown beside oneself. */
  async sees(...names: string[]): Promise<void> {
    await expect.poll(() => this.others(), PATIENCE).toEqual(names)
  }

  /** Waits until that person's picture moves: decoded frames that grow. */
  async watches(name: string): Promise<void> {
    const peer = await this.idOf(name)
    await grows(async () => (await this.received(peer)).frames, 5)
  }

  /** Waits until that person's voice is heard: audio energy that grows. */
  async hears(name: string): Promise<void> {
    const peer = await this.idOf(name)
    await grows(async () => (await this.received(peer)).energy, 1e-5)
  }

  /** Waits for a second in which that person's voice is not heard at all. */
  async stopsHearing(name: string): Promise<void> {
    const heard = async () => {
      const before = await this.audioEnergyOf(name)
      await pause(1_000)
      return (await this.audioEnergyOf(name)) - before
    }
    await expect.poll(heard, PATIENCE).toBeLessThan(1e-6)
  }

  async audioEnergyOf(name: string): Promise<number> {
    return (await this.received(await this.idOf(name))).energy
  }
}

async function grows(measure: () => Promise<number>, by: number): Promise<void> {
  let start = await measure()
  const grown = async (): Promise<number> => {
    const now = await measure()
    // By another connection it is counted from the beginning: that need not catch up with what the former one had.
    if (now > 0) start = Math.min(start, now)
    return now - start
  }
  await expect.poll(grown, PATIENCE).toBeGreaterThan(by)
}

/** Both, and the other way round: they see and hear each other. */
export async function meet(one: Somebody, other: Somebody): Promise<void> {
  await Promise.all([
    one.watches(other.name),
    one.hears(other.name),
    other.watches(one.name),
    other.hears(one.name),
  ])
}
