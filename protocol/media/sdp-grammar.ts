import * as v from 'valibot'

/**
 * Words that can reach an SDP (RFC 8866), by pages as by nodes: each by the grammar of what it is, and never longer than
 * anybody needs. None of them holds what ends a line, or begins another attribute.
 */

const word = (pattern: RegExp, what: string) => v.pipe(v.string(), v.regex(pattern, what))

/**
 * An ICE user fragment and password (RFC 8839 §5.4: 4 to 256 and 22 to 256 of `ice-char`), and a candidate's foundation
 * (§5.1: 1 to 32).
 */
export const IceFragment = word(/^[A-Za-z0-9+/]{4,256}$/, 'an ICE user fragment')
export const IcePassword = word(/^[A-Za-z0-9+/]{22,256}$/, 'an ICE password')
export const IceFoundation = word(/^[A-Za-z0-9+/]{1,32}$/, 'an ICE foundation')

/** Octets in hexadecimal (RFC 8122 §5), as many as the hash function gives; SDP has them in capitals, JavaScript need not. */
export const fingerprintOf = (octets: number) =>
  word(new RegExp(`^[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){${octets - 1}}$`), `${octets} octets`)

/**
 * What a media section is called: a `token` (RFC 5888 §5, RFC 8866 §9), which goes into a header extension (RFC 9143 §15.1) that
 * holds 16 octets.
 */
export const MediaId = word(/^[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,16}$/, 'a mid')

/** A stream, and a track of it (RFC 8830 §2): `token-char`, 64 at most each. */
export const StreamAndTrack = word(
  /^[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,64}(?: [A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,64})?$/,
  'an msid',
)

/** Who sends (RFC 5576 §6.1, RFC 7022): what is seen of ASCII, without blanks; nothing, where an offer names no source. */
export const CanonicalName = word(/^[!-~]{0,256}$/, 'a CNAME')

/** One layer of a simulcast (RFC 8851 §10): what fits into its header extension (RFC 8852). */
export const RtpStreamId = word(/^[A-Za-z0-9_-]{1,16}$/, 'a rid')

/** How many layers there are in one stream (W3C webrtc-svc §6). */
export const ScalabilityMode = word(/^[LS][1-9]T[1-9](?:h)?(?:_KEY(?:_SHIFT)?)?$/, 'a scalability mode')

/** A codec: a media type (RFC 6838 §4.2). */
export const MimeType = word(/^(?:audio|video)\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,40}$/, 'audio or video')

/** What a codec is told (`a=fmtp`, RFC 8866 §6.15): the name as RFC 6838 §4.3 has it, the value without what separates. */
export const CodecParameterName = word(/^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,40}$/, 'the name of a parameter')
export const CodecParameterWord = word(/^[!-:<-~]{0,100}$/, 'the value of a parameter')

/** A kind of feedback, and what follows it (`a=rtcp-fb`, RFC 4585 §4.2): `rtcp-fb-id`s. */
export const FeedbackType = word(/^[A-Za-z0-9_-]{1,32}$/, 'a type of feedback')
export const FeedbackParameter = word(/^(?:[A-Za-z0-9_-]{1,32}(?: [A-Za-z0-9_-]{1,32})?)?$/, 'a feedback')
