/** The minimal standard generator (Park and Miller 1988, with the multiplier of 1993): its state is its last number. */
const MULTIPLIER = 48_271
const MODULUS = 2 ** 31 - 1

/** Numbers by chance, the same for the same seed. */
export class Draws {
  #state: number

  /** @param seed a whole number from 1. */
  constructor(seed: number) {
    // Neighbouring seeds begin alike: some steps take them apart.
    this.#state = (seed % (MODULUS - 1)) + 1
    for (let step = 0; step < 20; step += 1) this.next()
  }

  /** From 0 up to, but not including, 1. */
  readonly next = (): number => {
    this.#state = (this.#state * MULTIPLIER) % MODULUS
    return (this.#state - 1) / (MODULUS - 1)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  between(least: number, most: number): number {
    return least + (most - least) * this.next()
  }

  /** Each order of magnitude as likely as another. */
  logBetween(least: number, most: number): number {
    return least * (most / least) ** this.next()
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next())
  }

  /** Normally distributed, by the method of Box and Muller. */
  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()))
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next())
  }

  /** An index, as likely as its weight says. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, each) => sum + each, 0)
    const index = weights.findIndex((weight) => {
      left -= weight
      return left < 0
    })
    return Math.max(0, index)
  }
}
