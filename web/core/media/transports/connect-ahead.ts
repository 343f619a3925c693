import type { types } from 'mediasoup-client'

/**
 * What a consumer of nothing would be told. Session descriptions need a media section to negotiate ICE and DTLS for: this
 * is one that no producer feeds, and that the node never hears of.
 */
const NOTHING = {
  id: 'ahead',
  producerId: 'ahead',
  kind: 'audio',
  rtpParameters: {
    // The node numbers those of its consumers.
    mid: 'ahead',
    codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
    encodings: [{ ssrc: 1 }],
    // With a name, the source is told to the browser. Firefox takes the first packets of a section that has none for its own,
    // for good: the first voice would be this section's, and silent, if it comes before its own section is negotiated.
    rtcp: { cname: 'ahead' },
  },
} as const satisfies types.ConsumerOptions

/**
 * Connects a receiving transport before there is anything to receive. mediasoup-client would begin with its first consumer:
 * whoever speaks first would be heard an ICE check and a DTLS handshake later.
 */
export async function connectAhead(transport: types.Transport): Promise<void> {
  await transport.consume({ ...NOTHING })
}
