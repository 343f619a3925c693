import type { RoomName } from '../../../protocol/names/room-name.ts'
import { fragmentOf, type RoomSecret } from '../../core/encryption/room-secret.ts'

/** Which room, and how one comes in: by the secret that its link has, or by its name alone where that is null. */
export interface RoomLink {
  readonly room: RoomName
  readonly secret: RoomSecret | null
}

/**
 * The path of a room on this site, with what its link has behind it.
 *
 * @param search - What one's own address has besides the room, from the `?` on.
 */
export const roomPath = ({ room, secret }: RoomLink, search = ''): string =>
  `/${encodeURIComponent(room)}${search}${fragmentOf(secret)}`

/** The link to share: nothing of what one's own address may carry besides the room. */
export const roomLink = (origin: string, link: RoomLink): string => origin + roomPath(link)

/** An e-mail to be written, with its subject and text (RFC 6068): line ends as CRLF, all in percent signs. */
export function mailAddress(subject: string, text: string): string {
  const body = text.replaceAll(/\r?\n/g, '\r\n')
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
