import type { RoomName } from '../../../protocol/room-name.ts'

/** The path of a room on this site. */
export const roomPath = (room: RoomName): string => `/${encodeURIComponent(room)}`

/** The link to share: nothing of what one's own address may carry besides the room. */
export const roomLink = (origin: string, room: RoomName): string => origin + roomPath(room)
