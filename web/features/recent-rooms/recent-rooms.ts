import * as v from 'valibot'
import { RoomName } from '../../../protocol/names/room-name.ts'
import { RECENT_ROOMS_KEY } from '../../settings/settings.ts'
import type { Settings } from '../../settings/settings-schema.ts'
import { type PageStorage, tryStorage } from '../../settings/storage.ts'

/** How many are remembered: what one looks at without reading a list. */
const MAX_RECENT = 8

const Stored = v.fallback(v.pipe(v.nullable(v.string(), '[]'), v.parseJson(), v.array(RoomName)), [])

/** How this page is shown: by itself, as an app that was installed, or in a browser's tab. */
const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches

/**
 * Whether the rooms that one was in are remembered: where one said so. Where one said nothing, only by an installed app: that is on a
 * device of one's own, and has no history of its own; a browser has one, and its next user may be somebody else.
 */
export const remembersRooms = ({ remembersRooms: chosen }: Settings): boolean => chosen ?? isInstalled()

/** The rooms that one was in, the last first; none where the browser keeps nothing for us. */
export const recentRooms = (openStorage: () => PageStorage): readonly RoomName[] =>
  v
    .parse(
      Stored,
      tryStorage(() => openStorage().getItem(RECENT_ROOMS_KEY), null),
    )
    .slice(0, MAX_RECENT)

/** Puts a room before the others; the one that one was in longest ago gives way. */
export function rememberRoom(openStorage: () => PageStorage, room: RoomName): void {
  const others = recentRooms(openStorage).filter((other) => other !== room)
  const rooms = [room, ...others].slice(0, MAX_RECENT)
  tryStorage(() => openStorage().setItem(RECENT_ROOMS_KEY, JSON.stringify(rooms)), undefined)
}

export function forgetRooms(openStorage: () => PageStorage): void {
  tryStorage(() => openStorage().removeItem(RECENT_ROOMS_KEY), undefined)
}
