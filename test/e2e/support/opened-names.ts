import * as v from 'valibot'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { readEdgeFrame } from '../../../protocol/page-edge/frames.ts'
import { Welcome } from '../../../protocol/page-edge/requests.ts'
import { open } from '../../../web/core/encryption/envelope.ts'
import { roomKeysOf } from '../../../web/core/encryption/room-keys.ts'
import type { RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import type { Person } from './person.ts'

/** How many of the names that somebody was welcomed with that secret opens, and how many there are. */
export async function opensNames(
  { frames }: Person,
  room: RoomName,
  secret: RoomSecret,
): Promise<[opened: number, all: number]> {
  const { seal } = await roomKeysOf(secret, room)
  const names = frames.flatMap(({ from, text }) =>
    from === 'edge' && text.startsWith('{') ? namesIn(text) : [],
  )
  const opened = await Promise.all(names.map((sealed) => open(seal, ['introduction', room], sealed)))
  return [opened.filter((letter) => letter !== null).length, names.length]
}

function namesIn(text: string) {
  const frame = readEdgeFrame(text)
  const welcome = 'result' in frame ? v.safeParse(Welcome, frame.result) : null
  if (!welcome?.success) return []
  return welcome.output.peers.flatMap(({ name }) => (typeof name === 'string' ? [] : [name.sealed]))
}
