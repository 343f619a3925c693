import type { RtpCapabilities } from '../../../../protocol/media/rtp.ts'

/**
 * Of Opus nodes read nothing, and of VP8 the first bytes only: the rest can be encrypted. The packets of H264 are cut by its own
 * start codes, which ciphertext has anywhere, and VP9 was not tried.
 */
const CODECS = ['audio/opus', 'video/vp8']
/** RFC 6464: how loud each packet is, beside what is encrypted. It tells who speaks, and when. */
const AUDIO_LEVEL = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level'

/** What of a router's offer may be used in an encrypted room (K21). */
export function encryptable({ codecs, headerExtensions }: RtpCapabilities): RtpCapabilities {
  const media = codecs.filter(({ mimeType }) => CODECS.includes(mimeType.toLowerCase()))
  const repairable = media.map(({ preferredPayloadType }) => preferredPayloadType)
  return {
    codecs: codecs.filter(
      (codec) => media.includes(codec) || repairable.includes(Number(codec.parameters?.['apt'])),
    ),
    headerExtensions: headerExtensions.filter(({ uri }) => uri !== AUDIO_LEVEL),
  }
}
