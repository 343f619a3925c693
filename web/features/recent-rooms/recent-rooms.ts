import * as v from 'valibot'
import { RoomName } from '../../../protocol/names/room-name.ts'
import { RoomSecret } from '../../core/encryption/room-secret.ts'
import { RECENT_ROOMS_KEY } from '../../settings/settings.ts'
import { type PageStorage, tryStorage } from '../../settings/storage.ts'
import type { RoomLink } from '../invite/room-link.ts'

/** How many are remembered: what one looks at without reading a list. */
const MAX_RECENT = 8

/** As former pages stored them too: the name alone, of a room that has no secret. */
const StoredRoom = v.union([
  v.pipe(
    RoomName,
    v.transform((room): RoomLink => ({ room, secret: null })),
  ),
  v.object({ room: RoomName, secret: RoomSecret }),
])

const Stored = v.fallback(v.pipe(v.nullable(v.string(), '[]'), v.parseJson(), v.array(StoredRoom)), [])

/** The links of the rooms that one was in, the last first; none where the browser keeps nothing for us. */
export const recentRooms = (openStorage: () => PageStorage): readonly RoomLink[] =>
  v
    .parse(
      Stored,
      tryStorage(() => openStorage().getItem(RECENT_ROOMS_KEY), null),
    )
    .slice(0, MAX_RECENT)

/** Puts a room before the others; the one that one was in longest ago gives way. */
export function rememberRoom(openStorage: () => PageStorage, link: RoomLink): void {
  const others = recentRooms(openStorage).filter(({ room }) => room !== link.room)
  const rooms = [link, ...others].slice(0, MAX_RECENT)
  const stored = rooms.map(({ room, secret }) => (secret === null ? room : { room, secret }))
  tryStorage(() => openStorage().setItem(RECENT_ROOMS_KEY, JSON.stringify(stored)), undefined)
}

export function forgetRooms(openStorage: () => PageStorage): void {
  tryStorage(() => openStorage().removeItem(RECENT_ROOMS_KEY), undefined)
}
