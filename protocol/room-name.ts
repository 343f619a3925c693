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

/** Letters and digits, each with the signs upon it: a sign that stands upon nothing is no name. */
const WELL_FORMED = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*(?:-+[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)*$/u

/**
 * What is drawn as nothing (Default_Ignorable_Code_Point of Unicode TR44: soft hyphens, joiners, characters without width,
 * selectors of variants), and what no text has: neither makes another room.
 */
const UNSEEN = /[\u2800\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}/gu

/** All that is a blank or a dash: of whatever length, and not breaking. */
const GAPS = /[\s_]+/gu
const DASHES = /[\p{Pd}\u2212]/gu

/** A room's name as it stands in a URL, already normalised. */
export const RoomName = v.pipe(
  v.string(),
  v.check((name) => isRoomName(name), 'a normalised room name'),
  v.brand('RoomName'),
)
export type RoomName = v.InferOutput<typeof RoomName>

/** Full width and other looks of a letter are that letter (NFKC, Unicode UAX 15), and what is unseen is not there. */
const plain = (text: string): string => text.replace(UNSEEN, '').normalize('NFKC').replace(UNSEEN, '')

/**
 * Case folding (Unicode §3.13) by what the platform has: ß is ss, both small sigmas are one. The dot that Turkish keeps in
 * small letters of İ is none, and ı is i: İSTANBUL, istanbul and ISTANBUL are one room.
 */
const foldCase = (text: string): string =>
  text
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/gu, 'i')

const fold = (raw: string): string => plain(foldCase(plain(raw))).replace(DASHES, '-')

const isRoomName = (name: string): boolean =>
  [...name].length <= ROOM_NAME_MAX_LENGTH &&
  name === fold(name) &&
  WELL_FORMED.test(name) &&
  !RESERVED.has(name)

/**
 * The one name of a room for all the ways of writing it: Unicode NFKC without what is not seen, case folded, blanks,
 * underscores and dashes of all kinds as dashes, 1 to 64 letters, digits, signs upon them, and inner dashes. Throws
 * `bad-room-name` where none can be made, or the word is reserved.
 */
export function normaliseRoomName(raw: string): RoomName {
  // Bringing into order what no name is made of takes long.
  const said = raw.length <= RAW_MAX_LENGTH ? raw : ''
  const name = trimEdges(fold(said).trim().replace(GAPS, '-'), '-')
  if (isRoomName(name)) return v.parse(RoomName, name)
  if (RESERVED.has(name)) throw new ProtocolError('bad-room-name', `“${name}” is a reserved word`)
  throw new ProtocolError(
    'bad-room-name',
    `a room's name has 1 to ${ROOM_NAME_MAX_LENGTH} letters, digits and dashes`,
  )
}
