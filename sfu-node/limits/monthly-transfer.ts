import * as v from 'valibot'

/** What a node has sent in one month. */
export const MonthlyCount = v.object({
  /** As 2026-11, in UTC. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type MonthlyCount = v.InferOutput<typeof MonthlyCount>

/** Where the count outlives the process. */
export interface TransferStore {
  load(): MonthlyCount | null
  save(count: MonthlyCount): void
}

const monthOf = (now: Date): string => now.toISOString().slice(0, 7)

/** Counts what is sent in each calendar month (UTC), over all lives of the process. */
export class MonthlyTransfer {
  readonly #keeper: TransferStore | null
  #count: MonthlyCount

  /** Without a keeper, it begins at nothing with each life. */
  constructor(keeper: TransferStore | null, now: Date) {
    this.#keeper = keeper
    this.#count = keeper?.load() ?? { month: monthOf(now), bytes: 0 }
  }

  /** Adds what was sent; answers how much it is this month. */
  add(bytes: number, now: Date): number {
    const month = monthOf(now)
    const before = this.#count.month === month ? this.#count.bytes : 0
    this.#count = { month, bytes: before + bytes }
    if (bytes > 0) this.#keeper?.save(this.#count)
    return this.#count.bytes
  }
}
