import * as v from 'valibot'

/** What the two ends of a pipe between nodes must know of each other: RTP over UDP, encrypted with SRTP (RFC 3711). */

/** Where a pipe's end takes packets: the address that its node announces, and a UDP port. */
export const PipeAddress = v.object({
  ip: v.pipe(v.string(), v.ip()),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
})
export type PipeAddress = v.InferOutput<typeof PipeAddress>

/** The key with which one end sends (RFC 3711, RFC 7714): master key and salt, in base64 (RFC 4648 §4). */
export const SrtpParameters = v.object({
  cryptoSuite: v.picklist([
    'AEAD_AES_256_GCM',
    'AEAD_AES_128_GCM',
    'AES_CM_128_HMAC_SHA1_80',
    'AES_CM_128_HMAC_SHA1_32',
  ]),
  keyBase64: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{36,64}={0,2}$/, 'an SRTP key')),
})
export type SrtpParameters = v.InferOutput<typeof SrtpParameters>
