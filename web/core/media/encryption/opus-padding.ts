/** How a packet of Opus begins: code 3 says that the next byte counts the frames and tells of padding (RFC 6716 §3.1, §3.2.5). */
const CODE = 0b11
const WITH_COUNT = 3
const IS_PADDED = 0b0100_0000
const ONE_FRAME = 1
const TWO_FRAMES = 2
const OF_UNLIKE_SIZES = 0b1000_0000
/** The largest byte of a length of padding; it stands for one byte less, and says that another follows. */
const MORE_PADDING = 255

/**
 * A packet of Opus that is a whole number of `step` bytes long, and decodes to the same sound: what is missing is padding (RFC 6716
 * §3.2.5). A packet that is none is given back as it is.
 *
 * @param step - In bytes, up to 255.
 */
export function padOpus(packet: Uint8Array<ArrayBuffer>, step: number): Uint8Array<ArrayBuffer> {
  const counted = withCount(packet)
  if (!counted) return packet
  const { toc, count, frames } = counted
  const length = Math.ceil((2 + frames.length) / step) * step
  const missing = length - 2 - frames.length
  const padded = new Uint8Array(length)
  padded[0] = toc
  padded[1] = missing > 0 ? count | IS_PADDED : count
  // Its own length counts as padding, too.
  if (missing > 0) padded[2] = missing - 1
  padded.set(frames, missing > 0 ? 3 : 2)
  return padded
}

/** A packet with a count of frames, and without padding. */
interface CountedPacket {
  readonly toc: number
  readonly count: number
  /** All behind the count: lengths of frames where there are some, and the frames. */
  readonly frames: Uint8Array
}

function withCount(packet: Uint8Array): CountedPacket | null {
  const [toc, count] = packet
  if (toc === undefined) return null
  const own = { toc: toc | WITH_COUNT, frames: packet.subarray(1) }
  switch (toc & CODE) {
    case 0:
      return { ...own, count: ONE_FRAME }
    case 1:
      return { ...own, count: TWO_FRAMES }
    case 2:
      return { ...own, count: TWO_FRAMES | OF_UNLIKE_SIZES }
    default:
      return count === undefined ? null : withoutPadding(toc, count, packet.subarray(2))
  }
}

function withoutPadding(toc: number, count: number, rest: Uint8Array): CountedPacket | null {
  if ((count & IS_PADDED) === 0) return { toc, count, frames: rest }
  let padding = 0
  let at = 0
  for (; rest[at] === MORE_PADDING; at += 1) padding += MORE_PADDING - 1
  padding += rest[at] ?? 0
  const frames = rest.subarray(at + 1, rest.length - padding)
  if (at >= rest.length || at + 1 + padding > rest.length) return null
  return { toc, count: count & ~IS_PADDED, frames }
}
