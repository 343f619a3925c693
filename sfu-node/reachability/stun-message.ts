import { createHmac } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** STUN messages (RFC 8489) as far as ICE's connectivity checks (RFC 8445) need them. */

/** Types of messages (RFC 8489 §5). */
export const BINDING_REQUEST = 0x0001
export const BINDING_SUCCESS = 0x0101

/** Types of attributes (RFC 8489 §18.3, RFC 8445 §16.1). */
export const USERNAME = 0x0006
export const PRIORITY = 0x0024
export const USE_CANDIDATE = 0x0025
export const ICE_CONTROLLING = 0x802a
const MESSAGE_INTEGRITY = 0x0008
const FINGERPRINT = 0x8028

const MAGIC_COOKIE = 0x2112_a442
const HEADER_BYTES = 20
export const TRANSACTION_BYTES = 12
const ATTRIBUTE_HEAD_BYTES = 4
const SHA1_BYTES = 20
const INTEGRITY_BYTES = ATTRIBUTE_HEAD_BYTES + SHA1_BYTES
const FINGERPRINT_BYTES = ATTRIBUTE_HEAD_BYTES + 4
/** What a fingerprint's CRC is mixed with (RFC 8489 §14.7). */
const FINGERPRINT_XOR = 0x5354_554e

/** One attribute, filled up to a multiple of 4 bytes (RFC 8489 §14). */
export function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(ATTRIBUTE_HEAD_BYTES)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc(-value.length & 3)])
}

/** A message with these attributes, without a signature. `transaction` is of 12 bytes. */
export function stunMessage(type: number, transaction: Buffer, attributes: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(HEADER_BYTES - TRANSACTION_BYTES)
  head.writeUInt16BE(type, 0)
  head.writeUInt32BE(MAGIC_COOKIE, 4)
  return withLength(Buffer.concat([head, transaction, ...attributes]), 0)
}

/** The message with MESSAGE-INTEGRITY under a short-term password, and FINGERPRINT (RFC 8489 §14.5, §14.7). */
export function signed(message: Buffer, password: string): Buffer {
  const integrity = attribute(MESSAGE_INTEGRITY, digestOf(message, password))
  const sealed = Buffer.concat([message, integrity])
  const fingerprint = attribute(FINGERPRINT, checksumOf(sealed))
  return withLength(Buffer.concat([sealed, fingerprint]), 0)
}

/** What a STUN message is, once it was read. */
export interface StunMessage {
  readonly type: number
  readonly transaction: Buffer
}

/** Whether these bytes are of STUN, and not of DTLS or media that share its way (RFC 7983 §7). */
export const isStun = (packet: Buffer): boolean => packet.length > 0 && (packet[0] ?? 0) < 4

/**
 * Reads a message that `signed` ended, by whoever has that password; null for one that is cut off, was changed on its way, or
 * is signed with another password.
 */
export function readSigned(packet: Buffer, password: string): StunMessage | null {
  const end = packet.length - FINGERPRINT_BYTES
  const unsigned = end - INTEGRITY_BYTES
  if (unsigned < HEADER_BYTES || packet.readUInt32BE(4) !== MAGIC_COOKIE) return null
  if (packet.readUInt16BE(2) !== packet.length - HEADER_BYTES) return null
  const message = packet.subarray(0, unsigned)
  const isWhole = packet.equals(signed(message, password))
  if (!isWhole) return null
  return { type: packet.readUInt16BE(0), transaction: packet.subarray(8, HEADER_BYTES) }
}

/** The digest covers the message as if it ended with it. */
const digestOf = (message: Buffer, password: string): Buffer =>
  createHmac('sha1', password).update(withLength(message, INTEGRITY_BYTES)).digest()

function checksumOf(message: Buffer): Buffer {
  const value = Buffer.alloc(4)
  value.writeUInt32BE((crc32(withLength(message, FINGERPRINT_BYTES)) ^ FINGERPRINT_XOR) >>> 0)
  return value
}

/** A copy that says its length as if `more` bytes followed. */
function withLength(message: Buffer, more: number): Buffer {
  const copy = Buffer.from(message)
  copy.writeUInt16BE(message.length - HEADER_BYTES + more, 2)
  return copy
}
