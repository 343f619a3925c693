import type { RoomName } from '../../../protocol/names/room-name.ts'

let early: WebSocket | null = null

/** The socket's address as the page's own address has it; the edge makes one name of all its ways of writing. */
function addressOfLink(): string | null {
  const [, room = ''] = location.pathname.split('/')
  const joinsAtOnce = new URLSearchParams(location.search).has('join')
  if (room === '' || !joinsAtOnce) return null
  const protocol = location.protocol === 'http:' ? 'ws:' : 'wss:'
  return `${protocol}//${location.host}/api/rooms/${room}/socket`
}

/** Dials the room of a link that joins at once, before anything else is there; false where the page shows no such link. */
export function dialEarly(): boolean {
  const address = addressOfLink()
  if (address !== null) early = new WebSocket(address)
  return address !== null
}

/** A socket to `url`: the one that was dialled early, if it leads there and has not ended; else a new one. */
export function dial(url: string): WebSocket {
  const first = early
  early = null
  if (first?.url === url && first.readyState <= WebSocket.OPEN) return first
  // Dialled for another way of writing the name: nobody will speak on it.
  first?.close()
  return new WebSocket(url)
}

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
