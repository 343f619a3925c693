import * as v from 'valibot'
import { ProtocolError } from '../errors.ts'
import { ROOM_NAME_MAX_LENGTH } from '../limits.ts'
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

/**
 * Letters and digits, each with the signs upon it: a sign that stands upon nothing is no name. Some digits are letters to
 * Unicode (Nl), like the nought of 二〇二六.
 */
const WELL_FORMED =
  /^[\p{L}\p{Nd}\p{Nl}][\p{L}\p{M}\p{Nd}\p{Nl}]*(?:-+[\p{L}\p{Nd}\p{Nl}][\p{L}\p{M}\p{Nd}\p{Nl}]*)*$/u

/** What no name is made of, in a row, with the signs that stand upon it, or upon nothing. */
const NO_NAME = /(?:^|[^\p{L}\p{M}\p{Nd}\p{Nl}])[^\p{L}\p{Nd}\p{Nl}]*/gu

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

/** What J6 makes of it, whether that is a name or not. */
const normalised = (raw: string): string => trimEdges(fold(raw).trim().replace(GAPS, '-'), '-')

/**
 * The one name of a room for all the ways of writing it: Unicode NFKC without what is not seen, case folded, blanks,
 * underscores and dashes of all kinds as dashes, 1 to 64 letters, digits, signs upon them, and inner dashes. Throws
 * `bad-room-name` where none can be made, or the word is reserved.
 */
export function normaliseRoomName(raw: string): RoomName {
  // Bringing into order what no name is made of takes long.
  const name = normalised(raw.length <= RAW_MAX_LENGTH ? raw : '')
  if (isRoomName(name)) return v.parse(RoomName, name)
  if (RESERVED.has(name)) throw new ProtocolError('bad-room-name', `“${name}” is a reserved word`)
  throw new ProtocolError(
    'bad-room-name',
    `a room's name has 1 to ${ROOM_NAME_MAX_LENGTH} letters, digits and dashes`,
  )
}

/** What can be made of what a person typed for a room's name. */
export type TypedRoomName =
  | { readonly is: 'name'; readonly name: RoomName }
  /** There is no letter in it, and no digit. */
  | { readonly is: 'nothing' }
  | { readonly is: 'reserved'; readonly word: string }
  | { readonly is: 'too-long' }

/**
 * A name out of whatever a person typed (J11): where it is none as it stands, all that is no letter and no digit becomes a
 * dash, one for as many as stand in a row. Nothing is cut off: two long names would be one room.
 */
export function readTypedRoomName(raw: string): TypedRoomName {
  if (raw.length > RAW_MAX_LENGTH) return { is: 'too-long' }
  const asWritten = normalised(raw)
  // Folded once more: what a letter looks like at the end of a word depends on what stands behind it.
  const tidied = trimEdges(fold(fold(raw).replace(NO_NAME, '-')), '-')
  const name = isRoomName(asWritten) ? asWritten : tidied
  if (isRoomName(name)) return { is: 'name', name: v.parse(RoomName, name) }
  if (RESERVED.has(name)) return { is: 'reserved', word: name }
  return [...name].length > ROOM_NAME_MAX_LENGTH ? { is: 'too-long' } : { is: 'nothing' }
}
