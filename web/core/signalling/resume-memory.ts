import * as v from 'valibot'
import { Ticket } from '../../../protocol/door.ts'
import { ResumeToken } from '../../../protocol/ids.ts'
import type { RoomName } from '../../../protocol/room-name.ts'
import { placeKeyOf } from './tabs/tab-place.ts'

export const Presence = v.object({
  token: ResumeToken,
  /** The number of the last event that was seen. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type Presence = v.InferOutput<typeof Presence>

/** Somebody in the room, or somebody who waits in its lobby. */
const Remembered = v.union([Presence, v.object({ ticket: Ticket })])

/** What proves to the edge who this page was, before it was cut off or reloaded. */
type Remembered = v.InferOutput<typeof Remembered>

/** Keeps it across a reload, and no longer than the tab. */
export interface ResumeMemory {
  read(): Remembered | null
  write(remembered: Remembered): void
  forget(): void
}

/** The part of `Storage` that is used. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * A memory in the tab's `sessionStorage`, under the room's name. A browser that refuses storage only loses the
 * return as the same person after a reload.
 */
export function tabMemory(room: RoomName, storage: () => TabStorage): ResumeMemory {
  const key = placeKeyOf(room)
  return {
    read: () =>
      attempt('read', () => {
        const text = storage().getItem(key)
        return text === null ? null : v.parse(Remembered, JSON.parse(text))
      }),
    write: (remembered) => {
      attempt('write', () => storage().setItem(key, JSON.stringify(remembered)))
    },
    forget: () => {
      attempt('forget', () => storage().removeItem(key))
    },
  }
}

function attempt<Result>(what: string, work: () => Result): Result | null {
  try {
    return work()
  } catch (cause) {
    console.warn(`resume memory: could not ${what}`, cause)
    return null
  }
}
