import type { RtpParameters } from '../../../protocol/media/rtp.ts'

/** What browsers send, as mediasoup-client tells it. */

const videoExtensions: NonNullable<RtpParameters['headerExtensions']> = [
  { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 },
  { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 5 },
  { uri: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', id: 3 },
]
const videoFeedback = [
  { type: 'nack', parameter: '' },
  { type: 'nack', parameter: 'pli' },
  { type: 'ccm', parameter: 'fir' },
  { type: 'transport-cc', parameter: '' },
]
const rtx = (payloadType: number, apt: number) => ({
  mimeType: 'video/rtx',
  payloadType,
  clockRate: 90_000,
  parameters: { apt },
  rtcpFeedback: [],
})

export const opus = (ssrc: number): RtpParameters => ({
  mid: '0',
  codecs: [
    {
      mimeType: 'audio/opus',
      payloadType: 111,
      clockRate: 48_000,
      channels: 2,
      parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
      rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
    },
  ],
  headerExtensions: [
    { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 },
    { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1 },
  ],
  encodings: [{ ssrc, dtx: true }],
  rtcp: { cname: 'a-page', reducedSize: true },
})

export const vp8Simulcast: RtpParameters = {
  mid: '1',
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: 96,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: videoFeedback,
    },
    rtx(97, 96),
  ],
  headerExtensions: videoExtensions,
  encodings: [
    { rid: 'r0', maxBitrate: 150_000, scalabilityMode: 'L1T3' },
    { rid: 'r1', maxBitrate: 500_000, scalabilityMode: 'L1T3' },
    { rid: 'r2', maxBitrate: 1_500_000, scalabilityMode: 'L1T3' },
  ],
  rtcp: { cname: 'a-page', reducedSize: true },
}

export const vp9Svc: RtpParameters = {
  mid: '2',
  codecs: [
    {
      mimeType: 'video/VP9',
      payloadType: 98,
      clockRate: 90_000,
      parameters: { 'profile-id': 0 },
      rtcpFeedback: videoFeedback,
    },
    rtx(99, 98),
  ],
  headerExtensions: videoExtensions,
  encodings: [{ ssrc: 33_330, rtx: { ssrc: 33_331 }, scalabilityMode: 'L3T3' }],
}

export const h264: RtpParameters = {
  mid: '3',
  codecs: [
    {
      mimeType: 'video/H264',
      payloadType: 102,
      clockRate: 90_000,
      parameters: { 'level-asymmetry-allowed': 1, 'packetization-mode': 1, 'profile-level-id': '42e01f' },
      rtcpFeedback: videoFeedback,
    },
    rtx(103, 102),
  ],
  headerExtensions: videoExtensions,
  encodings: [{ ssrc: 44_440, rtx: { ssrc: 44_441 } }],
}

export const unknownCodec: RtpParameters = {
  codecs: [{ mimeType: 'video/H263', payloadType: 34, clockRate: 90_000 }],
  encodings: [{ ssrc: 55_550 }],
}

/** Parameters of DTLS as a page sends them; nobody is behind this fingerprint. */
export const dtlsOfPage = {
  role: 'client' as const,
  fingerprints: [{ algorithm: 'sha-256' as const, value: Array(32).fill('AB').join(':') }],
}
