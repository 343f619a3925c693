import * as v from 'valibot'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { TurnLevel } from '../../../protocol/media/turn.ts'
import { directoryOf } from '../../durable-objects.ts'
import type { Env } from '../../env.ts'
import { log } from '../../log.ts'
import { hasTable } from '../../storage/schema-version.ts'
import { waits } from '../../waits.ts'
import {
  type CountedStep,
  figuresAfter,
  figuresAfterRefusal,
  newFigures,
  RoomFigures,
} from '../accounting/room-figures.ts'
import { TALLY_TABLE } from './storage/tables.ts'

/** How often a room says anew how many are in it; the alarm that looks after its sockets wakes it more often. */
const REFRESH_MS = 5 * 60 * 1_000
/** How long a directory that failed is left alone. */
const RETRY_MS = 60_000

const Kept = v.object({
  tally: RoomFigures,
  /** When it is to be reported (ms since the epoch); null where there is nothing new. */
  due: v.nullable(v.number()),
})
type Kept = v.InferOutput<typeof Kept>

/** Keeps a room's figures, on disk while somebody is in the room, and reports it to the directory now and then. */
export class FiguresReporter {
  readonly #ctx: DurableObjectState
  readonly #env: Env
  readonly #setTurnLevel: (month: TurnLevel) => void
  readonly #reportDelayMs: number
  #kept: Kept
  #timer: ReturnType<typeof setTimeout> | null = null

  /** @param setTurnLevel - To be told what the directory answers: what the month's budget for TURN lets through. */
  constructor(ctx: DurableObjectState, env: Env, setTurnLevel: (month: TurnLevel) => void) {
    this.#ctx = ctx
    this.#env = env
    this.#setTurnLevel = setTurnLevel
    this.#reportDelayMs = waits(env).reportDelayMs
    this.#kept = this.#load()
  }

  /** Counts what a step did. */
  count(step: CountedStep): void {
    this.#put(figuresAfter(this.#kept.tally, step))
  }

  /** Counts a message that was refused without a step. */
  refused(code: ErrorCode): void {
    this.#put(figuresAfterRefusal(this.#kept.tally, code))
  }

  #put(figures: RoomFigures): void {
    const now = Date.now()
    const before = this.#kept.tally
    if (figures !== before) {
      const kept = { tally: figures, due: Math.min(this.#kept.due ?? Infinity, now + this.#reportDelayMs) }
      // Who sends nonsense makes the room write nothing: that is written with the next report.
      const isKept = (['people', 'relayed-bytes'] as const).every(
        (name) => figures.counts[name] === before.counts[name],
      )
      if (figures.people === before.people && isKept) this.#kept = kept
      else this.#keep(kept)
    }
    const { due } = this.#kept
    if (due === null || due > now + this.#reportDelayMs || this.#timer !== null) return
    // A room with a timer does not hibernate, so that it is a short one.
    this.#timer = setTimeout(() => this.#ctx.waitUntil(this.#report()), Math.max(0, due - now))
  }

  async #report(): Promise<void> {
    const { tally: figures } = this.#kept
    this.#kept = { ...this.#kept, due: null }
    this.#timer = null
    const { id, people, counts } = figures
    try {
      const month = await directoryOf(this.#env).repeat((directory) =>
        directory.reportFigures({ id, people, counts }),
      )
      this.#reported(figures)
      this.#setTurnLevel(month)
    } catch (thrown) {
      log.warn('figures-not-reported', { reason: String(thrown) })
      this.#keep({ ...this.#kept, due: Date.now() + RETRY_MS })
    }
  }

  /** What was told need not be told again; the figures of an empty room are forgotten. */
  #reported(told: RoomFigures): void {
    if (this.#kept.tally !== told) return
    if (told.people > 0) return this.#keep({ tally: told, due: Date.now() + REFRESH_MS })
    this.#kept = { tally: newFigures(), due: null }
    this.#ctx.storage.sql.exec('DROP TABLE IF EXISTS tally')
  }

  /** A room that nobody entered is not written to disk: what was refused there is worth no trace. */
  #keep(kept: Kept): void {
    this.#kept = kept
    if (kept.tally.people > 0 || this.#hasTable) this.#write(kept)
  }

  /** What is still to be told is kept while all else of the room goes. */
  keepThrough<Result>(erase: () => Result): Result {
    const owed = this.#hasTable && this.#kept.due !== null
    const result = erase()
    if (owed) this.#write(this.#kept)
    return result
  }

  #write(kept: Kept): void {
    const { sql } = this.#ctx.storage
    sql.exec(TALLY_TABLE)
    sql.exec('INSERT OR REPLACE INTO tally (one, json) VALUES (1, ?)', JSON.stringify(kept))
  }

  get #hasTable(): boolean {
    return hasTable(this.#ctx.storage.sql, 'tally')
  }

  #load(): Kept {
    const fresh = { tally: newFigures(), due: null }
    if (!this.#hasTable) return fresh
    const [row] = this.#ctx.storage.sql.exec<{ json: string }>('SELECT json FROM tally').toArray()
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), row?.json)
    if (read.success) return read.output
    log.warn('figures-unreadable')
    return fresh
  }
}
