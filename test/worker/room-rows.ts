import { runInDurableObject } from 'cloudflare:test'
import * as v from 'valibot'
import type { RoomObject } from '../../worker/room/room-object.ts'

const Table = v.object({ name: v.string() })
/** What was counted is told by its own clock, whatever happens in the room. */
const NOT_OF_PEOPLE = ['tally']

/** Every row of a room's tables, as it stands on the disk: what a refused request may not change. */
export const rowsOf = (stub: DurableObjectStub<RoomObject>): Promise<Record<string, unknown>> =>
  runInDurableObject(stub, (_, { storage: { sql } }) => {
    const tables = sql.exec("SELECT name FROM sqlite_master WHERE type = 'table'").toArray()
    const names = tables
      .map((row) => v.parse(Table, row).name)
      .filter((name) => !name.startsWith('_cf_') && !NOT_OF_PEOPLE.includes(name))
    return Object.fromEntries(names.map((name) => [name, sql.exec(`SELECT * FROM "${name}"`).toArray()]))
  })
