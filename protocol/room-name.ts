import * as v from 'valibot'
import { ProtocolError } from './errors.ts'
import { ROOM_NAME_MAX_LENGTH } from './limits.ts'
import { trimEdges } from './trim-edges.ts'

/** First path segments that are ours, or that browsers and crawlers ask for by themselves. */
const RESERVED = new Set([
  'api',
  'assets',
  'healthz',
  'metrics',
  'stats',
  'swarm',
  'check',
  'about',
  'privacy',
  'help',
  'admin',
  'embed',
  'index',
  'robots',
  'favicon',
  'sitemap',
  'manifest',
  'well-known',
  'static',
  'login',
  'new',
])

/** The longest way of writing a name that is looked at, in UTF-16 code units. */
const RAW_MAX_LENGTH = 1_024

const WELL_FORMED = /^[\p{L}\p{M}\p{Nd}]+(?:-+[\p{L}\p{M}\p{Nd}]+)*$/u

/** A room's name as it stands in a URL, already normalised. */
export const RoomName = v.pipe(
  v.string(),
  v.check((name) => isRoomName(name), 'a normalised room name'),
  v.brand('RoomName'),
)
export type RoomName = v.InferOutput<typeof RoomName>

const fold = (raw: string): string => raw.normalize('NFC').toLowerCase().normalize('NFC')

const isRoomName = (name: string): boolean =>
  name === fold(name) &&
  [...name].length <= ROOM_NAME_MAX_LENGTH &&
  WELL_FORMED.test(name) &&
  !RESERVED.has(name)

/**
 * The one name of a room for all the ways of writing it: Unicode NFC, lower case, blanks and underscores as dashes,
 * 1 to 64 letters, digits and inner dashes. Throws `bad-room-name` where none can be made, or the word is reserved.
 */
export function normaliseRoomName(raw: string): RoomName {
  // Bringing into order what no name is made of takes long.
  const said = raw.length <= RAW_MAX_LENGTH ? raw : ''
  const name = trimEdges(
    fold(said)
      .trim()
      .replace(/[\s_]+/gu, '-'),
    '-',
  )
  if (isRoomName(name)) return v.parse(RoomName, name)
  if (RESERVED.has(name)) throw new ProtocolError('bad-room-name', `“${name}” is a reserved word`)
  throw new ProtocolError(
    'bad-room-name',
    `a room's name has 1 to ${ROOM_NAME_MAX_LENGTH} letters, digits and dashes`,
  )
}
