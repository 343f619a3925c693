import { ROUTER_RTP_CAPABILITIES } from './codecs.ts'
import type { MediaKind, RtpCapabilities, RtpParameters } from './rtp.ts'

/**
 * What of RTP our routers offer (`codecs.ts`), and whether somebody keeps to it: what one page or node says of a stream stands in
 * the session descriptions of all who receive it, and one that a browser does not understand fails as a whole.
 */

type SentCodec = RtpParameters['codecs'][number]
type Specifics = NonNullable<SentCodec['parameters']>
type SpecificValue = Specifics[string]
type OfferedCodec = RtpCapabilities['codecs'][number]

const whole = (least: number, most: number) => (value: SpecificValue) =>
  /^\d{1,10}$/.test(String(value)) && Number(value) >= least && Number(value) <= most
const flag = whole(0, 1)
const written = (pattern: RegExp) => (value: SpecificValue) => pattern.test(String(value))
const any32Bits = whole(0, 0xffff_ffff)

/**
 * The parameters of each codec that pages may pass on to each other, and what they may be; all others are left out, Google's
 * hints of bit rates above all: a least one above the most ends the whole description in Chromium.
 */
const SPECIFICS: Readonly<Record<string, Readonly<Record<string, (value: SpecificValue) => boolean>>>> = {
  // RFC 7587 §6.1.
  'audio/opus': {
    maxplaybackrate: whole(8_000, 48_000),
    'sprop-maxcapturerate': whole(8_000, 48_000),
    maxptime: whole(3, 120),
    minptime: whole(3, 120),
    ptime: whole(3, 120),
    maxaveragebitrate: whole(6_000, 510_000),
    stereo: flag,
    'sprop-stereo': flag,
    cbr: flag,
    useinbandfec: flag,
    usedtx: flag,
  },
  // RFC 7741 §6.1.
  'video/vp8': { 'max-fr': any32Bits, 'max-fs': any32Bits },
  // RFC 9628 §6.
  'video/vp9': {
    'profile-id': whole(0, 3),
    'max-fr': any32Bits,
    'max-fs': any32Bits,
  },
  // RFC 6184 §8.1.
  'video/h264': {
    'profile-level-id': written(/^[0-9A-Fa-f]{6}$/),
    'packetization-mode': whole(0, 2),
    'level-asymmetry-allowed': flag,
    'max-mbps': any32Bits,
    'max-smbps': any32Bits,
    'max-fs': any32Bits,
    'max-cpb': any32Bits,
    'max-dpb': any32Bits,
    'max-br': any32Bits,
  },
  // RFC 4588 §8.1.
  'video/rtx': { apt: whole(0, 127), 'rtx-time': any32Bits },
}

const isRtx = ({ mimeType }: { readonly mimeType: string }): boolean => /\/rtx$/i.test(mimeType)

/** Whether routers offer that codec for that kind of media, whatever its payload type. */
function isOffered(kind: MediaKind, codec: Pick<SentCodec, 'mimeType' | 'clockRate' | 'channels'>): boolean {
  return ROUTER_RTP_CAPABILITIES.codecs.some((offered) => offered.kind === kind && isSame(offered, codec))
}

const isSame = (offered: OfferedCodec, codec: Pick<SentCodec, 'mimeType' | 'clockRate' | 'channels'>) =>
  offered.mimeType.toLowerCase() === codec.mimeType.toLowerCase() &&
  offered.clockRate === codec.clockRate &&
  (offered.channels ?? 1) === (codec.channels ?? 1)

/** What is wrong with a stream that somebody wants to send as that kind of media, in words for whoever debugs; null where nothing is. */
export function problemWithSent(kind: MediaKind, rtp: RtpParameters): string | null {
  const [first] = rtp.codecs
  if (!first || isRtx(first)) return 'no codec comes first'
  if (!hasAllRepaired(rtp)) return 'rtx of no codec'
  for (const codec of rtp.codecs) {
    if (!isOffered(kind, codec)) return `a codec that is not offered for ${kind}`
    if (!areSpecifics(codec)) return 'a codec parameter that cannot be'
  }
  const payloadTypes = rtp.codecs.map(({ payloadType }) => payloadType)
  if (new Set(payloadTypes).size < payloadTypes.length) return 'a payload type twice'
  const areTaken = (rtp.headerExtensions ?? []).every(({ uri }) => isTaken(kind, uri))
  if (!areTaken) return `a header extension that is not offered for ${kind}`
  if (hasExtensionTwice(rtp)) return 'a header extension twice'
  if (kind === 'audio' && (rtp.encodings?.length ?? 0) > 1) return 'a sound in several encodings'
  return null
}

/** Whether each codec that repairs another one is beside it (RFC 4588 §8.1). */
function hasAllRepaired({ codecs }: RtpParameters): boolean {
  const repairable = codecs.filter((codec) => !isRtx(codec)).map(({ payloadType }) => payloadType)
  return codecs.filter(isRtx).every(({ parameters }) => repairable.includes(Number(parameters?.['apt'])))
}

/** Firefox refuses all of a description where one stands twice (RFC 8285 §5). */
const hasExtensionTwice = ({ headerExtensions = [] }: RtpParameters): boolean =>
  new Set(headerExtensions.map(({ uri }) => uri)).size < headerExtensions.length

/** What of it others are told: the parameters of codecs that we know. */
export const asOffered = (rtp: RtpParameters): RtpParameters => ({
  ...rtp,
  codecs: rtp.codecs.map((codec) =>
    codec.parameters ? { ...codec, parameters: known(codec.mimeType, codec.parameters) } : codec,
  ),
})

const known = (mimeType: string, specifics: Specifics): Specifics =>
  Object.fromEntries(Object.entries(specifics).filter(([name]) => specificOf(mimeType, name) !== undefined))

/** Whether all parameters of a codec that we know are what they may be. */
const areSpecifics = ({ mimeType, parameters = {} }: Pick<SentCodec, 'mimeType' | 'parameters'>): boolean =>
  Object.entries(parameters).every(([name, value]) => specificOf(mimeType, name)?.(value) ?? true)

function specificOf(mimeType: string, name: string): ((value: SpecificValue) => boolean) | undefined {
  const specifics = SPECIFICS[mimeType.toLowerCase()] ?? {}
  return Object.hasOwn(specifics, name) ? specifics[name] : undefined
}

/** Whether a router takes that header extension from whoever sends that kind of media. */
const isTaken = (kind: MediaKind, uri: string): boolean =>
  ROUTER_RTP_CAPABILITIES.headerExtensions.some(
    (offered) =>
      offered.kind === kind &&
      offered.uri === uri &&
      (offered.direction === 'sendrecv' || offered.direction === 'recvonly'),
  )

/**
 * What is wrong with what somebody is to receive as that kind of media; null where nothing is. Routers number codecs and
 * header extensions as they offer them: so no two streams on one connection mean different things by one number.
 */
export function problemWithReceived(kind: MediaKind, rtp: RtpParameters): string | null {
  const [first] = rtp.codecs
  if (!first || isRtx(first)) return 'no codec comes first'
  if (!hasAllRepaired(rtp)) return 'rtx of no codec'
  for (const codec of rtp.codecs) {
    const offered = ROUTER_RTP_CAPABILITIES.codecs.find(
      ({ preferredPayloadType }) => preferredPayloadType === codec.payloadType,
    )
    if (offered?.kind !== kind || !isSame(offered, codec)) return `a codec that is not offered for ${kind}`
    const names = Object.keys(codec.parameters ?? {})
    const areKnown = names.every((name) => specificOf(codec.mimeType, name) !== undefined)
    if (!areKnown || !areSpecifics(codec)) return 'a codec parameter that cannot be'
  }
  const numbered = (rtp.headerExtensions ?? []).every(({ uri, id }) =>
    ROUTER_RTP_CAPABILITIES.headerExtensions.some(
      (offered) => offered.kind === kind && offered.uri === uri && offered.preferredId === id,
    ),
  )
  if (!numbered) return `a header extension that is not offered for ${kind}`
  if (hasExtensionTwice(rtp)) return 'a header extension twice'
  if (rtp.encodings?.[0]?.ssrc === undefined) return 'no SSRC'
  return null
}

/** What is wrong with what a page says it can receive; null where nothing is. */
export function problemWithCapabilities({ codecs, headerExtensions }: RtpCapabilities): string | null {
  const isKnown = codecs.every((codec) => isOffered(codec.kind, codec) && areSpecifics(codec))
  if (!isKnown) return 'a codec that is not offered'
  const areKnown = headerExtensions.every(({ kind, uri }) =>
    ROUTER_RTP_CAPABILITIES.headerExtensions.some((offered) => offered.kind === kind && offered.uri === uri),
  )
  return areKnown ? null : 'a header extension that is not offered'
}
