import * as v from 'valibot'
import type { NodeId } from '../../../protocol/ids.ts'
import { HOME, REGIONS, type Region } from '../../placement/regions.ts'
import { ReadableRows } from '../../storage/readable-rows.ts'

const Row = v.object({ region: v.picklist(REGIONS) })

/**
 * In which region each node is listed, where that is not the one at home; and all regions that have ever had one: few, however
 * many nodes there are. The regions are in memory as well, for every placement asks for them.
 */
export class KnownRegions {
  readonly #sql: SqlStorage
  readonly #all: Set<Region>

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS regions (region TEXT PRIMARY KEY);
      CREATE TABLE IF NOT EXISTS node_regions (node TEXT PRIMARY KEY, region TEXT NOT NULL);
    `)
    const rows = this.#sql.exec<{ region: string }>('SELECT region FROM regions').toArray()
    // One that this edge does not know could not be asked for anything.
    const readable = new ReadableRows('regions', Row).read(rows, ({ region }) => region)
    this.#all = new Set(readable.map(({ region }) => region))
  }

  /** A node is listed there from now on. */
  list(node: NodeId, region: Region): void {
    if (region === HOME) {
      this.#sql.exec('DELETE FROM node_regions WHERE node = ?', node)
      return
    }
    if (!this.#all.has(region)) {
      this.#sql.exec('INSERT OR IGNORE INTO regions (region) VALUES (?)', region)
      this.#all.add(region)
    }
    this.#sql.exec('INSERT OR REPLACE INTO node_regions (node, region) VALUES (?, ?)', node, region)
  }

  of(node: NodeId): Region {
    const [row] = this.#sql.exec('SELECT region FROM node_regions WHERE node = ?', node).toArray()
    return row ? v.parse(Row, row).region : HOME
  }

  all(): readonly Region[] {
    return [...this.#all]
  }
}
