import * as v from 'valibot'
import {
  CanonicalName,
  CodecParameterName,
  CodecParameterWord,
  FeedbackParameter,
  FeedbackType,
  MediaId,
  MimeType,
  RtpStreamId,
  ScalabilityMode,
  StreamAndTrack,
} from './sdp-grammar.ts'

/**
 * RTP capabilities and parameters, as ORTC and mediasoup shape them; RFC 8834 and W3C webrtc-pc §5.2 name the parts. What one
 * page says here stands in the session descriptions of all others: what words may be is said in `sdp-words.ts`.
 */

export const MediaKind = v.picklist(['audio', 'video'])
export type MediaKind = v.InferOutput<typeof MediaKind>

const uint32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))
const clockRate = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))
const channels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255))
const payloadType = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(127))
const extensionId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255))
/** Codec parameters (`a=fmtp`): a few short scalars. */
const CodecSpecifics = v.pipe(
  v.record(CodecParameterName, v.union([CodecParameterWord, v.pipe(v.number(), v.finite())])),
  v.check((specifics) => Object.keys(specifics).length <= 30, 'at most 30 codec parameters'),
)
const Feedback = v.object({ type: FeedbackType, parameter: v.exactOptional(FeedbackParameter) })

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
  mimeType: MimeType,
  preferredPayloadType: payloadType,
  clockRate,
  channels: v.exactOptional(channels),
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
  rid: v.exactOptional(RtpStreamId),
  codecPayloadType: v.exactOptional(payloadType),
  rtx: v.exactOptional(v.object({ ssrc: uint32 })),
  dtx: v.exactOptional(v.boolean()),
  scalabilityMode: v.exactOptional(ScalabilityMode),
  maxBitrate: v.exactOptional(uint32),
})

/** What one producer sends, or one consumer receives. */
export const RtpParameters = v.object({
  mid: v.exactOptional(MediaId),
  codecs: v.pipe(
    v.array(
      v.object({
        mimeType: MimeType,
        payloadType,
        clockRate,
        channels: v.exactOptional(channels),
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
          /** None of them takes any (RFC 8285 §5): what is there is passed over. */
          parameters: v.exactOptional(v.object({})),
        }),
      ),
      v.maxLength(30),
    ),
  ),
  encodings: v.exactOptional(v.pipe(v.array(Encoding), v.maxLength(6))),
  rtcp: v.exactOptional(
    v.object({ cname: v.exactOptional(CanonicalName), reducedSize: v.exactOptional(v.boolean()) }),
  ),
  msid: v.exactOptional(StreamAndTrack),
})
export type RtpParameters = v.InferOutput<typeof RtpParameters>
