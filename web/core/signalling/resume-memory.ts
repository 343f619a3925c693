import * as v from 'valibot'
import { ResumeToken } from '../../../protocol/ids.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { Ticket } from '../../../protocol/page-edge/door.ts'
import { type PageStorage, tryStorage } from '../../settings/storage.ts'
import { placeKeyOf } from './tabs/tab-place.ts'

export const Presence = v.object({
  token: ResumeToken,
  /** The number of the last event that was seen. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type Presence = v.InferOutput<typeof Presence>

/** Somebody in the room, or somebody who waits in its lobby. */
const Remembered = v.union([Presence, v.object({ ticket: Ticket })])

/** The same, as it is written down. */
const Kept = v.pipe(v.string(), v.parseJson(), Remembered)

/** What proves to the edge who this page was, before it was cut off or reloaded. */
type Remembered = v.InferOutput<typeof Remembered>

/** Keeps it across a reload, and no longer than the tab. */
export interface ResumeMemory {
  read(): Remembered | null
  write(remembered: Remembered): void
  forget(): void
}

/**
 * A memory in the tab's `sessionStorage`, under the room's name. A browser that refuses storage only loses the
 * return as the same person after a reload; so does one that has kept what makes no sense.
 */
export function tabMemory(room: RoomName, storage: () => PageStorage): ResumeMemory {
  const key = placeKeyOf(room)
  return {
    read: () => {
      const kept = v.safeParse(
        Kept,
        tryStorage(() => storage().getItem(key), null),
      )
      return kept.success ? kept.output : null
    },
    write: (remembered) => tryStorage(() => storage().setItem(key, JSON.stringify(remembered)), undefined),
    forget: () => tryStorage(() => storage().removeItem(key), undefined),
  }
}
