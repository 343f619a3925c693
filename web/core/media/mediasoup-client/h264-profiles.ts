type Parameters = Readonly<Record<string, unknown>>

interface ProfileLevel {
  readonly profile: string
  /** Ten times the level, and 0 for 1b (table A-1 of H.264). */
  readonly level: number
}

/** RFC 6184, section 8.1: what holds where nothing is said is the constrained baseline at 3.1, as WebRTC has it. */
const UNSAID = '42e01f'
const LEVEL_1B = 11
const LEVELS = [10, 11, 12, 13, 20, 21, 22, 30, 31, 32, 40, 41, 42, 50, 51, 52]
/** RFC 6184, table 5: the first two bytes in bits, each by the two bytes in hex that the profile is written with. */
const PROFILES = [
  [/^01000010.1..0000|^010011011...0000|^0101100011..0000/, '42e0', '42f00b'],
  [/^01000010.0..0000|^0101100010..0000/, '4200', '42100b'],
  [/^010011010.0.0000/, '4d00', '4d100b'],
  [/^0110010000000000/, '6400', undefined],
  [/^0110010000001100/, '640c', undefined],
  [/^1111010000000000/, 'f400', undefined],
] as const
const CONSTRAINT_SET_3 = 0x10

/** Null where it says nothing that is known. */
function read(parameters: Parameters): ProfileLevel | null {
  const said = parameters['profile-level-id'] || UNSAID
  if (typeof said !== 'string' || said.length !== 6) return null
  const bits = Number.parseInt(said, 16)
  const found = PROFILES.find(([pattern]) => pattern.test((bits >> 8).toString(2).padStart(16, '0')))
  const level = bits & 0xff
  if (!found || !LEVELS.includes(level)) return null
  return { profile: found[1], level: level === LEVEL_1B && (bits >> 8) & CONSTRAINT_SET_3 ? 0 : level }
}

/** 1b, which is written as 0, stands between 1 and 1.1. */
const rank = (level: number): number => level || 10.5

const mayDiffer = (parameters: Parameters): boolean =>
  [true, 1, '1'].some((yes) => parameters['level-asymmetry-allowed'] === yes)

/**
 * Stands in for the package `h264-profile-level-id`, of which mediasoup-client uses two functions. Whether two codecs are of the
 * same profile, whatever their levels (RFC 6184, section 8.2.2).
 */
export function isSameProfile(one: Parameters = {}, other: Parameters = {}): boolean {
  const profile = read(one)?.profile
  return profile !== undefined && profile === read(other)?.profile
}

/**
 * The `profile-level-id` to answer with: the lower of the two levels, or the local one where both say that they may differ.
 * Undefined where neither says any, or where the profile has no such level.
 *
 * @throws TypeError if one says nothing that is known, or if the profiles differ.
 */
export function generateProfileLevelIdStringForAnswer(
  local: Parameters = {},
  remote: Parameters = {},
): string | undefined {
  if (!local['profile-level-id'] && !remote['profile-level-id']) return undefined
  const [own, theirs] = [read(local), read(remote)]
  if (!own || !theirs || own.profile !== theirs.profile) throw new TypeError('not the same H264 profile')
  const lower = rank(own.level) < rank(theirs.level) ? own.level : theirs.level
  const level = mayDiffer(local) && mayDiffer(remote) ? own.level : lower
  if (level === 0) return PROFILES.find(([, name]) => name === own.profile)?.[2]
  return own.profile + level.toString(16).padStart(2, '0')
}
