import { log } from '../log.ts'
import { readSchemaVersion, storedTables, writeSchemaVersion } from './schema-version.ts'

/** Makes of the tables of one version those of the next. */
export type TablesUpgrade = (sql: SqlStorage) => void

/**
 * Brings what an object has stored up to the version that this edge writes, once, in one transaction, before its tables are
 * made or read. `upgrades` make version 2 of version 1, and so on.
 *
 * What a later version of the edge wrote is left as it is, with its number, so that a step back loses no lender's key: that
 * edge goes on with it, and makes for itself what it lacks. So an upgrade adds columns and tables, and moves rows; what
 * the version before reads it neither drops nor renames until the version after.
 *
 * @param what - Whose tables they are, for the log.
 */
export function upgradeTables(
  storage: DurableObjectStorage,
  what: 'node' | 'directory',
  upgrades: readonly TablesUpgrade[],
): void {
  const { sql } = storage
  const current = upgrades.length + 1
  const stored = storedTables(sql).length > 0 ? readSchemaVersion(sql) : current
  if (stored > current) return log.warn('stored-by-later-version', { what, stored, reads: current })
  storage.transactionSync(() => {
    for (const upgrade of upgrades.slice(stored - 1)) upgrade(sql)
    writeSchemaVersion(sql, current)
  })
  if (stored < current) log.info('tables-upgraded', { what, from: stored, to: current })
}
