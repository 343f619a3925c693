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
  },
} as const satisfies types.ConsumerOptions

/**
 * Connects a receiving transport before there is anything to receive. mediasoup-client would begin with its first consumer:
 * whoever speaks first would be heard an ICE check and a DTLS handshake later.
 */
export async function connectAhead(transport: types.Transport): Promise<void> {
  await transport.consume({ ...NOTHING })
}
