import * as v from 'valibot'
import { KEPT_NAMES_BURST, KEPT_NAMES_PER_DAY, MAX_COUNTED_KEEPERS } from '../../protocol/limits.ts'
import { type AddressHash, AddressKey, addressHashOf, newAddressKey } from '../http/address-hash.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const PER_MS = KEPT_NAMES_PER_DAY / DAY_MS

/**
 * How many rooms' names each address has had kept (D10): names are few, and rooms, which know nothing of each other, cannot
 * count. No room is written down, and no address: what stands here is its HMAC, and how many it took lately.
 */
export class KeptNames {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS keepers_key (one INTEGER PRIMARY KEY CHECK (one = 1), key TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS keepers (address TEXT PRIMARY KEY, spent REAL NOT NULL, at INTEGER NOT NULL);
    `)
  }

  /**
   * What that network is counted by, and known by nowhere else.
   *
   * @param network - As `networkOf` has it; whoever comes from nowhere that is known shares one count.
   * @param now - In ms since the epoch.
   */
  markOf(network: string | null, now: number): AddressHash {
    this.#forget(now)
    const [known] = this.#sql.exec<{ key: string }>('SELECT key FROM keepers_key').toArray()
    const key = known ? v.parse(AddressKey, known.key) : newAddressKey()
    if (!known) this.#sql.exec('INSERT INTO keepers_key (one, key) VALUES (1, ?)', key)
    return addressHashOf(network ?? 'unknown', key)
  }

  /** Whether one more name may be kept for that address at `now` (ms since the epoch); it counts from then on. */
  keep(mark: AddressHash, now: number): boolean {
    this.#forget(now)
    const [counted] = this.#sql
      .exec<{ spent: number; at: number }>('SELECT spent, at FROM keepers WHERE address = ?', mark)
      .toArray()
    const spent = counted ? counted.spent - Math.max(0, now - counted.at) * PER_MS : 0
    if (spent + 1 > KEPT_NAMES_BURST) return false
    this.#sql.exec(
      'INSERT OR REPLACE INTO keepers (address, spent, at) VALUES (?, ?, ?)',
      mark,
      spent + 1,
      now,
    )
    this.#sql.exec(
      'DELETE FROM keepers WHERE address IN (SELECT address FROM keepers ORDER BY spent DESC, at DESC LIMIT -1 OFFSET ?)',
      MAX_COUNTED_KEEPERS,
    )
    return true
  }

  /**
   * Of whom nothing has to be counted any more. What is deleted can still lie in the file: with the last of them goes the key, and
   * without it nobody can try which address it was.
   */
  #forget(now: number): void {
    const gone = this.#sql
      .exec('DELETE FROM keepers WHERE spent - (? - at) * ? <= 0 RETURNING at', now, PER_MS)
      .toArray()
    if (gone.length === 0 || this.#sql.exec('SELECT at FROM keepers LIMIT 1').toArray().length > 0) return
    this.#sql.exec('UPDATE keepers_key SET key = ?', newAddressKey())
  }
}
