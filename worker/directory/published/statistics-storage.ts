import * as v from 'valibot'
import type { Statistics } from '../../../protocol/http/statistics.ts'
import { dayOf, growth, type RoomCounts, summarise } from './statistics.ts'

/** A room that was silent for this long has nobody in it any more: while there is somebody, it says so more often. */
const FRESH_MS = 15 * 60 * 1_000
/** How long a room's sums are known, so that a report that comes late or twice adds what is new in it. */
const KNOWN_MS = 24 * 60 * 60 * 1_000

const DayRow = v.object({ day: v.string(), conferences: v.number(), people: v.number() })
const CountRow = v.object({ name: v.string(), total: v.number() })
const Present = v.object({ rooms: v.number(), conferences: v.number(), people: v.number() })
const Counts = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.number()))

/** The counters of this edge: sums by day, sums since ever, and what rooms said last. No name, address or room is in them. */
export class StatisticsStorage {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS tallies (
        id TEXT PRIMARY KEY, people INTEGER NOT NULL, met INTEGER NOT NULL, counts TEXT NOT NULL, heardAt INTEGER NOT NULL
      );
      CREATE TABLE IF NOT EXISTS days (day TEXT PRIMARY KEY, conferences INTEGER NOT NULL, people INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS counts (name TEXT PRIMARY KEY, total INTEGER NOT NULL);
    `)
  }

  /** Adds what is new in a room's report, and answers with it. */
  take({ id, people, counts }: RoomCounts, now: number): Readonly<Record<string, number>> {
    const [known] = this.#sql.exec('SELECT counts FROM tallies WHERE id = ?', id).toArray()
    const more = growth(known ? v.parse(Counts, known['counts']) : {}, counts)
    this.#sql.exec(
      'INSERT OR REPLACE INTO tallies (id, people, met, counts, heardAt) VALUES (?, ?, ?, ?, ?)',
      id,
      people,
      people >= 2 ? 1 : 0,
      JSON.stringify(counts),
      now,
    )
    this.#sql.exec('DELETE FROM tallies WHERE heardAt < ?', now - KNOWN_MS)
    for (const [name, growing] of Object.entries(more)) this.#add(name, growing)
    this.#addToDay(dayOf(now), more['conferences'] ?? 0, more['people'] ?? 0)
    return more
  }

  #add(name: string, more: number): void {
    this.#sql.exec(
      'INSERT INTO counts (name, total) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET total = total + ?2',
      name,
      more,
    )
  }

  #addToDay(day: string, conferences: number, people: number): void {
    if (conferences + people === 0) return
    this.#sql.exec(
      `INSERT INTO days (day, conferences, people) VALUES (?1, ?2, ?3)
       ON CONFLICT (day) DO UPDATE SET conferences = conferences + ?2, people = people + ?3`,
      day,
      conferences,
      people,
    )
  }

  /** Rooms with somebody in them, those of them with at least two, and everybody in them, now. */
  present(now: number): v.InferOutput<typeof Present> {
    const [row] = this.#sql
      .exec(
        `SELECT count(*) AS rooms, coalesce(sum(met), 0) AS conferences, coalesce(sum(people), 0) AS people
         FROM tallies WHERE people > 0 AND heardAt > ?`,
        now - FRESH_MS,
      )
      .toArray()
    return v.parse(Present, row)
  }

  /** What is published. */
  summary(now: number): Statistics {
    const days = this.#sql.exec('SELECT day, conferences, people FROM days ORDER BY day').toArray()
    const { conferences, people } = this.present(now)
    return summarise(
      days.map((row) => v.parse(DayRow, row)),
      { conferences, people },
      now,
    )
  }

  /** All that was ever counted, by name. */
  totals(): v.InferOutput<typeof CountRow>[] {
    return this.#sql
      .exec('SELECT name, total FROM counts ORDER BY name')
      .toArray()
      .map((row) => v.parse(CountRow, row))
  }
}
