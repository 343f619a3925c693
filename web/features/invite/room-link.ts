import type { RoomName } from '../../../protocol/names/room-name.ts'

/** The path of a room on this site. */
export const roomPath = (room: RoomName): string => `/${encodeURIComponent(room)}`

/** The link to share: nothing of what one's own address may carry besides the room. */
export const roomLink = (origin: string, room: RoomName): string => origin + roomPath(room)

/** An e-mail to be written, with its subject and text (RFC 6068): line ends as CRLF, all in percent signs. */
export function mailAddress(subject: string, text: string): string {
  const body = text.replaceAll(/\r?\n/g, '\r\n')
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
