/** RTP packets (RFC 3550 §5.1) as a browser would send them, for tests and benchmarks that have none. */

interface Stamp {
  readonly payloadType: number
  readonly ssrc: number
  readonly sequence: number
  /** In ticks of the codec's clock. */
  readonly timestamp: number
}

function packet({ payloadType, ssrc, sequence, timestamp }: Stamp, payload: Buffer): Buffer {
  const header = Buffer.alloc(12)
  header[0] = 0x80
  // With the marker: each of ours is a whole frame.
  header[1] = 0x80 | payloadType
  header.writeUInt16BE(sequence & 0xffff, 2)
  header.writeUInt32BE(timestamp >>> 0, 4)
  header.writeUInt32BE(ssrc, 8)
  return Buffer.concat([header, payload])
}

/** A frame of Opus; what is in it matters to nobody on the way. */
export const opusPacket = (stamp: Stamp): Buffer => packet(stamp, Buffer.alloc(80, 0xaa))

/** A frame of VP8 (RFC 7741 §4.2, §4.3) with a picture id, TL0PICIDX and a temporal layer; its picture, of `bytes`, says its layer. */
export function vp8Packet(stamp: Stamp, layer: number, isKeyFrame: boolean, bytes = 200): Buffer {
  const descriptor = Buffer.from([
    0x90,
    0xe0,
    0x80 | ((stamp.sequence >> 8) & 0x7f),
    stamp.sequence & 0xff,
    stamp.sequence & 0xff,
    0x00,
  ])
  const frame = Buffer.alloc(bytes, layer)
  frame[0] = isKeyFrame ? 0x10 : 0x11
  return packet(stamp, Buffer.concat([descriptor, frame]))
}

/** Reads a packet of `vp8Packet`'s, whatever header extensions it got on its way. */
export function readVp8(rtp: Buffer): { layer: number; isKeyFrame: boolean } {
  const hasExtension = ((rtp[0] ?? 0) & 0x10) !== 0
  const payload = rtp.subarray(12 + (hasExtension ? 4 + 4 * rtp.readUInt16BE(14) : 0))
  return { layer: payload.readUInt8(10), isKeyFrame: (payload.readUInt8(6) & 1) === 0 }
}

/** A sender report (RFC 3550 §6.4.1) that says when `timestamp` was. */
export function senderReport(ssrc: number, timestamp: number, atMs: number, packets: number): Buffer {
  const report = Buffer.alloc(28)
  report[0] = 0x80
  report[1] = 200
  report.writeUInt16BE(6, 2)
  report.writeUInt32BE(ssrc, 4)
  // NTP counts seconds from 1900.
  report.writeUInt32BE(Math.floor(atMs / 1_000) + 2_208_988_800, 8)
  report.writeUInt32BE(Math.floor(((atMs % 1_000) / 1_000) * 2 ** 32), 12)
  report.writeUInt32BE(timestamp >>> 0, 16)
  report.writeUInt32BE(packets, 20)
  report.writeUInt32BE(packets * 200, 24)
  return report
}

/** Of which streams a compound RTCP packet asks for a key frame: PLI (RFC 4585 §6.3.1) or FIR (RFC 5104 §4.3.1). */
export function keyFramesAsked(rtcp: Buffer): number[] {
  const asked: number[] = []
  for (let at = 0; at + 12 <= rtcp.length; at += 4 * (rtcp.readUInt16BE(at + 2) + 1)) {
    const [format, type] = [(rtcp[at] ?? 0) & 0x1f, rtcp[at + 1]]
    if (type === 206 && format === 1) asked.push(rtcp.readUInt32BE(at + 8))
    if (type === 206 && format === 4) asked.push(rtcp.readUInt32BE(at + 12))
  }
  return asked
}
