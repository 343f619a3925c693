import type { RoomName } from '../../../protocol/room-name.ts'

/**
 * Where a room's socket is.
 *
 * @param edge - The origin of the edge, `https://…` or `http://…`.
 */
export function socketAddress(edge: string, room: RoomName): string {
  const url = new URL(`/api/rooms/${encodeURIComponent(room)}/socket`, edge)
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:'
  return url.href
}
