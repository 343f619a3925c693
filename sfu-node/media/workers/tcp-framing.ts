/** How packets go through a stream: each behind its length, in two bytes (RFC 4571 §2, as RFC 6544 §3 has it for ICE). */

const LENGTH_BYTES = 2

/** Throws a RangeError above 65,535 bytes. */
export function framed(packet: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt16BE(packet.length)
  return Buffer.concat([length, packet])
}

/** Cuts a stream into its packets, wherever it was cut on the way. */
export class PacketReader {
  #rest: Buffer = Buffer.alloc(0)

  /** Takes the next bytes of the stream; answers with the packets that are whole by now. */
  read(bytes: Buffer): Buffer[] {
    let rest = Buffer.concat([this.#rest, bytes])
    const packets: Buffer[] = []
    while (rest.length >= LENGTH_BYTES && rest.length >= LENGTH_BYTES + rest.readUInt16BE()) {
      const end = LENGTH_BYTES + rest.readUInt16BE()
      packets.push(rest.subarray(LENGTH_BYTES, end))
      rest = rest.subarray(end)
    }
    this.#rest = rest
    return packets
  }
}
