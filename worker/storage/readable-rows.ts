import * as v from 'valibot'
import { log } from '../log.ts'

/**
 * The rows of a table that can be read, in which one that cannot keeps nobody from the others. That one is told to the operator,
 * once in the life of an object, and stays where it is: another version of the edge may have written it, and may read it again.
 */
export class ReadableRows<Schema extends v.GenericSchema> {
  readonly #table: string
  readonly #schema: Schema
  readonly #told = new Set<string>()

  /** @param schema - What each row has to be. */
  constructor(table: string, schema: Schema) {
    this.#table = table
    this.#schema = schema
  }

  /** @param keyOf - By what the operator finds a row; it goes into the log. */
  read<Row extends object>(rows: readonly Row[], keyOf: (row: Row) => string): v.InferOutput<Schema>[] {
    return rows.flatMap((row) => {
      const read = v.safeParse(this.#schema, row)
      if (read.success) return [read.output]
      this.#tell(keyOf(row), read.issues[0])
      return []
    })
  }

  /** Names the place, and never what stands there: that is somebody's. */
  #tell(key: string, issue: v.BaseIssue<unknown>): void {
    if (this.#told.has(key)) return
    this.#told.add(key)
    const where = v.getDotPath(issue) ?? 'row'
    log.error('row-unreadable', new Error(`${where}: not what this edge stores`), { table: this.#table, key })
  }
}
