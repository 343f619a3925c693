import { log } from '../log.ts'
import { readSchemaVersion, storedTables, writeSchemaVersion } from './schema-version.ts'

/** Makes of the tables of one version those of the next. */
export type SqlMigration = (sql: SqlStorage) => void

/**
 * Brings what an object has stored up to the version that this edge writes, once, in one transaction, before its tables are
 * made or read. `migrations` make version 2 of version 1, and so on.
 *
 * What a later version of the edge wrote is left as it is, with its number, so that a step back loses no lender's key: that
 * edge goes on with it, and makes for itself what it lacks. So a migration adds columns and tables, and moves rows; what
 * the version before reads it neither drops nor renames until the version after.
 *
 * @param what - Whose tables they are, for the log.
 */
export function migrateTables(
  storage: DurableObjectStorage,
  what: 'node' | 'directory',
  migrations: readonly SqlMigration[],
): void {
  const { sql } = storage
  const current = migrations.length + 1
  const stored = storedTables(sql).length > 0 ? readSchemaVersion(sql) : current
  if (stored > current) return log.warn('stored-by-later-version', { what, stored, reads: current })
  storage.transactionSync(() => {
    for (const migrate of migrations.slice(stored - 1)) migrate(sql)
    writeSchemaVersion(sql, current)
  })
  if (stored < current) log.info('tables-migrated', { what, from: stored, to: current })
}
