import { crc32, deflateSync } from 'node:zlib'

/** A PNG of one colour, 40 pixels by 30; with so many bytes after its end. */
export function png(extra = 0): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.from([0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0])
  const row = Buffer.from([0, ...Array.from({ length: 40 }, () => [244, 181, 51]).flat()])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: 30 }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.alloc(extra, 7),
  ])
}
