import * as v from 'valibot'

/** RTP capabilities and parameters, as ORTC and mediasoup shape them; RFC 8834 and W3C webrtc-pc §5.2 name the parts. */

export const MediaKind = v.picklist(['audio', 'video'])
export type MediaKind = v.InferOutput<typeof MediaKind>

const word = v.pipe(v.string(), v.maxLength(100))
const uint32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))
const payloadType = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(127))
const extensionId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255))
/** Codec parameters (`a=fmtp`): a few short scalars. */
const CodecSpecifics = v.pipe(
  v.record(word, v.union([word, v.number(), v.boolean(), v.null()])),
  v.check((specifics) => Object.keys(specifics).length <= 30, 'at most 30 codec parameters'),
)
const Feedback = v.object({ type: word, parameter: v.exactOptional(word) })

/** The RTP header extensions that a router of ours may negotiate. */
const HEADER_EXTENSION_URIS = [
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
] as const
const ExtensionUri = v.picklist(HEADER_EXTENSION_URIS)

const CodecCapability = v.object({
  kind: MediaKind,
  mimeType: word,
  preferredPayloadType: payloadType,
  clockRate: uint32,
  channels: v.exactOptional(uint32),
  parameters: v.exactOptional(CodecSpecifics),
  rtcpFeedback: v.exactOptional(v.pipe(v.array(Feedback), v.maxLength(20))),
})

const HeaderExtension = v.object({
  kind: MediaKind,
  uri: ExtensionUri,
  preferredId: extensionId,
  preferredEncrypt: v.exactOptional(v.boolean()),
  direction: v.exactOptional(v.picklist(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
})

/** What an endpoint can receive. */
export const RtpCapabilities = v.object({
  codecs: v.pipe(v.array(CodecCapability), v.maxLength(50)),
  headerExtensions: v.pipe(v.array(HeaderExtension), v.maxLength(50)),
})
export type RtpCapabilities = v.InferOutput<typeof RtpCapabilities>

const Encoding = v.object({
  ssrc: v.exactOptional(uint32),
  rid: v.exactOptional(word),
  codecPayloadType: v.exactOptional(payloadType),
  rtx: v.exactOptional(v.object({ ssrc: uint32 })),
  dtx: v.exactOptional(v.boolean()),
  scalabilityMode: v.exactOptional(word),
  maxBitrate: v.exactOptional(uint32),
})

/** What one producer sends, or one consumer receives. */
export const RtpParameters = v.object({
  mid: v.exactOptional(word),
  codecs: v.pipe(
    v.array(
      v.object({
        mimeType: word,
        payloadType,
        clockRate: uint32,
        channels: v.exactOptional(uint32),
        parameters: v.exactOptional(CodecSpecifics),
        rtcpFeedback: v.exactOptional(v.pipe(v.array(Feedback), v.maxLength(20))),
      }),
    ),
    v.minLength(1),
    v.maxLength(20),
  ),
  headerExtensions: v.exactOptional(
    v.pipe(
      v.array(
        v.object({
          uri: ExtensionUri,
          id: extensionId,
          encrypt: v.exactOptional(v.boolean()),
          parameters: v.exactOptional(CodecSpecifics),
        }),
      ),
      v.maxLength(30),
    ),
  ),
  encodings: v.exactOptional(v.pipe(v.array(Encoding), v.maxLength(6))),
  rtcp: v.exactOptional(
    v.object({ cname: v.exactOptional(word), reducedSize: v.exactOptional(v.boolean()) }),
  ),
  msid: v.exactOptional(word),
})
export type RtpParameters = v.InferOutput<typeof RtpParameters>
