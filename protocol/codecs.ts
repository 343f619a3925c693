import type { RtpCapabilities } from './rtp.ts'

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

/**
 * What mediasoup makes of these codecs: a router's `rtpCapabilities`, less the transmission time offset, which no
 * browser of ours offers. A test of the node holds it against a real router.
 */
export const ROUTER_RTP_CAPABILITIES: RtpCapabilities = {
  codecs: [
    {
      kind: 'audio',
      mimeType: 'audio/opus',
      clockRate: 48000,
      channels: 2,
      rtcpFeedback: [
        {
          type: 'nack',
          parameter: '',
        },
        {
          type: 'transport-cc',
          parameter: '',
        },
      ],
      parameters: {
        useinbandfec: 1,
        usedtx: 1,
      },
      preferredPayloadType: 100,
    },
    {
      kind: 'video',
      mimeType: 'video/VP8',
      clockRate: 90000,
      rtcpFeedback: [
        {
          type: 'nack',
          parameter: '',
        },
        {
          type: 'nack',
          parameter: 'pli',
        },
        {
          type: 'ccm',
          parameter: 'fir',
        },
        {
          type: 'goog-remb',
          parameter: '',
        },
        {
          type: 'transport-cc',
          parameter: '',
        },
      ],
      parameters: {
        'x-google-start-bitrate': 600,
      },
      preferredPayloadType: 101,
    },
    {
      kind: 'video',
      mimeType: 'video/rtx',
      preferredPayloadType: 102,
      clockRate: 90000,
      parameters: {
        apt: 101,
      },
      rtcpFeedback: [],
    },
    {
      kind: 'video',
      mimeType: 'video/VP9',
      clockRate: 90000,
      rtcpFeedback: [
        {
          type: 'nack',
          parameter: '',
        },
        {
          type: 'nack',
          parameter: 'pli',
        },
        {
          type: 'ccm',
          parameter: 'fir',
        },
        {
          type: 'goog-remb',
          parameter: '',
        },
        {
          type: 'transport-cc',
          parameter: '',
        },
      ],
      parameters: {
        'profile-id': 0,
      },
      preferredPayloadType: 103,
    },
    {
      kind: 'video',
      mimeType: 'video/rtx',
      preferredPayloadType: 104,
      clockRate: 90000,
      parameters: {
        apt: 103,
      },
      rtcpFeedback: [],
    },
    {
      kind: 'video',
      mimeType: 'video/H264',
      clockRate: 90000,
      parameters: {
        'level-asymmetry-allowed': 1,
        'packetization-mode': 1,
        'profile-level-id': '42e01f',
      },
      rtcpFeedback: [
        {
          type: 'nack',
          parameter: '',
        },
        {
          type: 'nack',
          parameter: 'pli',
        },
        {
          type: 'ccm',
          parameter: 'fir',
        },
        {
          type: 'goog-remb',
          parameter: '',
        },
        {
          type: 'transport-cc',
          parameter: '',
        },
      ],
      preferredPayloadType: 105,
    },
    {
      kind: 'video',
      mimeType: 'video/rtx',
      preferredPayloadType: 106,
      clockRate: 90000,
      parameters: {
        apt: 105,
      },
      rtcpFeedback: [],
    },
  ],
  headerExtensions: [
    {
      kind: 'audio',
      uri: 'urn:ietf:params:rtp-hdrext:sdes:mid',
      preferredId: 1,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'video',
      uri: 'urn:ietf:params:rtp-hdrext:sdes:mid',
      preferredId: 1,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'video',
      uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
      preferredId: 2,
      preferredEncrypt: false,
      direction: 'recvonly',
    },
    {
      kind: 'video',
      uri: 'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
      preferredId: 3,
      preferredEncrypt: false,
      direction: 'recvonly',
    },
    {
      kind: 'audio',
      uri: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
      preferredId: 4,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'video',
      uri: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
      preferredId: 4,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'audio',
      uri: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
      preferredId: 5,
      preferredEncrypt: false,
      direction: 'recvonly',
    },
    {
      kind: 'video',
      uri: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
      preferredId: 5,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'audio',
      uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
      preferredId: 6,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'video',
      uri: 'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
      preferredId: 7,
      preferredEncrypt: false,
      direction: 'recvonly',
    },
    {
      kind: 'video',
      uri: 'urn:3gpp:video-orientation',
      preferredId: 8,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'audio',
      uri: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
      preferredId: 10,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'video',
      uri: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
      preferredId: 10,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'audio',
      uri: 'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
      preferredId: 11,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'video',
      uri: 'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
      preferredId: 11,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'audio',
      uri: 'urn:mediasoup:params:rtp-hdrext:packet-id',
      preferredId: 12,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
    {
      kind: 'video',
      uri: 'urn:mediasoup:params:rtp-hdrext:packet-id',
      preferredId: 12,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
  ],
}
