import { createHmac, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const MAGIC_COOKIE = 0x2112_a442
const HEADER_BYTES = 20
/** What a fingerprint's CRC is mixed with (RFC 8489 §14.7). */
const FINGERPRINT_XOR = 0x5354_554e

/** The type of the message that answers a binding request (RFC 8489 §5). */
export const SUCCESS = 0x0101

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc(-value.length & 3)])
}

/** With a length as if `more` bytes of attributes followed. */
function message(transaction: Buffer, attributes: Buffer, more: number): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt16BE(0x0001, 0)
  header.writeUInt16BE(attributes.length + more, 2)
  header.writeUInt32BE(MAGIC_COOKIE, 4)
  return Buffer.concat([header, transaction, attributes])
}

/** The request with which a controlling ICE agent checks a way (RFC 8445 §7.1), signed with `password`. */
export function bindingRequest(usernameFragment: string, password: string): Buffer {
  const transaction = randomBytes(HEADER_BYTES - 8)
  const priority = Buffer.alloc(4)
  priority.writeUInt32BE(1_000)
  const said = Buffer.concat([
    attribute(0x0006, Buffer.from(`${usernameFragment}:page`)),
    attribute(0x0024, priority),
    attribute(0x802a, randomBytes(8)),
  ])
  const digest = createHmac('sha1', password)
    .update(message(transaction, said, 24))
    .digest()
  const signed = Buffer.concat([said, attribute(0x0008, digest)])
  const crc = Buffer.alloc(4)
  crc.writeUInt32BE((crc32(message(transaction, signed, 8)) ^ FINGERPRINT_XOR) >>> 0)
  return message(transaction, Buffer.concat([signed, attribute(0x8028, crc)]), 0)
}
