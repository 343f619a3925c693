/** The version that whatever is stored without a number has. */
const FIRST_VERSION = 1

const TABLE = 'schema_version'

export function hasTable(sql: SqlStorage, name: string): boolean {
  return sql.exec('SELECT name FROM sqlite_master WHERE name = ?', name).toArray().length > 0
}

/** Of what is stored here. */
export function readSchemaVersion(sql: SqlStorage): number {
  if (!hasTable(sql, TABLE)) return FIRST_VERSION
  const [row] = sql.exec<{ version: number }>(`SELECT version FROM ${TABLE}`).toArray()
  return row?.version ?? FIRST_VERSION
}

export function writeSchemaVersion(sql: SqlStorage, version: number): void {
  sql.exec(
    `CREATE TABLE IF NOT EXISTS ${TABLE} (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL)`,
  )
  sql.exec(`INSERT OR REPLACE INTO ${TABLE} (one, version) VALUES (1, ?)`, version)
}

/** The tables here that hold something of somebody: neither SQLite's own, nor workerd's, nor the version. */
export const storedTables = (sql: SqlStorage): string[] =>
  sql
    .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    .toArray()
    .map(({ name }) => name)
    .filter((name) => name !== TABLE && !name.startsWith('sqlite_') && !name.startsWith('_cf_'))
