import * as v from 'valibot'
import type { TurnUsage } from '../../../protocol/media/turn.ts'
import { log } from '../../log.ts'
import { type TurnBudgets, turnLevel } from '../../turn/turn-level.ts'

const Row = v.object({ bytes: v.number() })

/** The calendar month of a moment (UTC), as 2026-11. */
const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7)

/** How much of all rooms went through TURN servers, by month. */
export class TurnMonths {
  readonly #sql: SqlStorage
  readonly #budgets: TurnBudgets

  constructor(sql: SqlStorage, budgets: TurnBudgets) {
    this.#sql = sql
    this.#budgets = budgets
    this.#sql.exec('CREATE TABLE IF NOT EXISTS turn_months (month TEXT PRIMARY KEY, bytes INTEGER NOT NULL)')
  }

  /** Adds what was relayed lately. */
  add(bytes: number, now: number): void {
    if (bytes === 0) return
    const before = this.use(now)
    this.#sql.exec(
      `INSERT INTO turn_months (month, bytes) VALUES (?1, ?2)
       ON CONFLICT (month) DO UPDATE SET bytes = bytes + ?2`,
      before.month,
      bytes,
    )
    const { month, level, bytes: used } = this.use(now)
    if (level !== before.level) log.warn('turn-budget', { month, level, bytes: used })
  }

  /** How much it is this month, and what may still go. */
  use(now: number): TurnUsage {
    const month = monthOf(now)
    const [row] = this.#sql.exec('SELECT bytes FROM turn_months WHERE month = ?', month).toArray()
    const bytes = row ? v.parse(Row, row).bytes : 0
    const { month: monthBudget, room: roomBudget } = this.#budgets
    return { month, bytes, monthBudget, roomBudget, level: turnLevel(bytes, monthBudget) }
  }
}
