import type { MediaKind, RtpCapabilities } from './rtp.ts'

/**
 * The codecs that every router of every node offers, in our order of preference (RFC 7587 for Opus, RFC 7741 for
 * VP8, RFC 9628 for VP9, RFC 6184 for H264). A page knows them before it connects: that saves a round trip.
 */
export const ROUTER_MEDIA_CODECS = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000, parameters: { 'x-google-start-bitrate': 600 } },
  { kind: 'video', mimeType: 'video/VP9', clockRate: 90_000, parameters: { 'profile-id': 0 } },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
] as const

type Codec = RtpCapabilities['codecs'][number]
type Extension = RtpCapabilities['headerExtensions'][number]

const VIDEO_FEEDBACK: Codec['rtcpFeedback'] = [
  { type: 'nack', parameter: '' },
  { type: 'nack', parameter: 'pli' },
  { type: 'ccm', parameter: 'fir' },
  { type: 'goog-remb', parameter: '' },
  { type: 'transport-cc', parameter: '' },
]

/** A video codec, and beside it what retransmits it (RFC 4588). */
const video = (
  mimeType: string,
  payloadType: number,
  parameters: NonNullable<Codec['parameters']>,
): Codec[] => [
  {
    kind: 'video',
    mimeType,
    clockRate: 90_000,
    rtcpFeedback: VIDEO_FEEDBACK,
    parameters,
    preferredPayloadType: payloadType,
  },
  {
    kind: 'video',
    mimeType: 'video/rtx',
    preferredPayloadType: payloadType + 1,
    clockRate: 90_000,
    parameters: { apt: payloadType },
    rtcpFeedback: [],
  },
]

const extension = (
  preferredId: number,
  uri: Extension['uri'],
  directions: Partial<Record<MediaKind, 'sendrecv' | 'recvonly'>>,
): Extension[] =>
  (['audio', 'video'] as const).flatMap((kind) => {
    const direction = directions[kind]
    return direction ? [{ kind, uri, preferredId, preferredEncrypt: false, direction }] : []
  })

const BOTH = { audio: 'sendrecv', video: 'sendrecv' } as const

/**
 * What mediasoup makes of these codecs: a router's `rtpCapabilities`, less the transmission time offset, which no
 * browser of ours offers. A test of the node holds it against a real router.
 */
export const ROUTER_RTP_CAPABILITIES: RtpCapabilities = {
  codecs: [
    {
      kind: 'audio',
      mimeType: 'audio/opus',
      clockRate: 48_000,
      channels: 2,
      rtcpFeedback: [
        { type: 'nack', parameter: '' },
        { type: 'transport-cc', parameter: '' },
      ],
      parameters: { useinbandfec: 1, usedtx: 1 },
      preferredPayloadType: 100,
    },
    ...video('video/VP8', 101, { 'x-google-start-bitrate': 600 }),
    ...video('video/VP9', 103, { 'profile-id': 0 }),
    ...video('video/H264', 105, {
      'level-asymmetry-allowed': 1,
      'packetization-mode': 1,
      'profile-level-id': '42e01f',
    }),
  ],
  headerExtensions: [
    ...extension(1, 'urn:ietf:params:rtp-hdrext:sdes:mid', BOTH),
    ...extension(2, 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', { video: 'recvonly' }),
    ...extension(3, 'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id', { video: 'recvonly' }),
    ...extension(4, 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time', BOTH),
    ...extension(5, 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', {
      audio: 'recvonly',
      video: 'sendrecv',
    }),
    ...extension(6, 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', { audio: 'sendrecv' }),
    ...extension(
      7,
      'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
      {
        video: 'recvonly',
      },
    ),
    ...extension(8, 'urn:3gpp:video-orientation', { video: 'sendrecv' }),
    ...extension(10, 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time', BOTH),
    ...extension(11, 'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay', BOTH),
    ...extension(12, 'urn:mediasoup:params:rtp-hdrext:packet-id', BOTH),
  ],
}
