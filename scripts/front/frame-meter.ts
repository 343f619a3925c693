/** What the door saw of a stream of WebSocket frames: go on, or end it. */
export type FrameVerdict = 'fine' | 'too-large' | 'malformed'

/** Opcodes of RFC 6455 §5.2. */
const CONTINUATION = 0x0
const CLOSE = 0x8
const FIRST_CONTROL = 0x8
/** A control frame is no longer, and in one piece (§5.5). */
const CONTROL_MAX_BYTES = 125
const LONGEST_HEADER = 14

/**
 * Reads the headers of the WebSocket frames (RFC 6455 §5.2) in one direction of a connection, without keeping what they
 * carry: how long the message in the making is, over all of its fragments, and whether the end was said.
 */
export class FrameMeter {
  readonly #maxMessageBytes: number
  /** The part of a frame's header that has come. */
  readonly #header = new Uint8Array(LONGEST_HEADER)
  #headerBytes = 0
  /** What is still to come of the frame whose header has been read. */
  #payloadLeft = 0
  /** Of the message in the making; its frames' headers count, so that empty fragments do, too. */
  #messageBytes = 0
  #closing = false

  constructor(maxMessageBytes: number) {
    this.#maxMessageBytes = maxMessageBytes
  }

  /** Whether a close frame was begun. */
  get closing(): boolean {
    return this.#closing
  }

  /** Whether no frame is under way: only then may another one be put in. */
  get betweenFrames(): boolean {
    return this.#headerBytes === 0 && this.#payloadLeft === 0
  }

  /** Takes what came next. What follows after another verdict than `fine` means nothing. */
  read(chunk: Uint8Array): FrameVerdict {
    let at = 0
    while (at < chunk.length) {
      if (this.#payloadLeft > 0) {
        const taken = Math.min(this.#payloadLeft, chunk.length - at)
        this.#payloadLeft -= taken
        at += taken
        continue
      }
      this.#header[this.#headerBytes] = chunk[at] ?? 0
      this.#headerBytes += 1
      at += 1
      if (this.#headerBytes < headerLength(this.#header, this.#headerBytes)) continue
      const verdict = this.#begin()
      if (verdict !== 'fine') return verdict
    }
    return 'fine'
  }

  /** A frame begins: its header is whole. */
  #begin(): FrameVerdict {
    const length = payloadLength(this.#header)
    const [first = 0] = this.#header
    const isLast = (first & 0x80) !== 0
    const opcode = first & 0x0f
    const headerBytes = this.#headerBytes
    this.#headerBytes = 0
    this.#payloadLeft = length
    if (opcode >= FIRST_CONTROL) {
      if (!isLast || length > CONTROL_MAX_BYTES) return 'malformed'
      if (opcode === CLOSE) this.#closing = true
      return 'fine'
    }
    if (opcode !== CONTINUATION) this.#messageBytes = 0
    this.#messageBytes += headerBytes + length
    if (this.#messageBytes > this.#maxMessageBytes) return 'too-large'
    if (isLast) this.#messageBytes = 0
    return 'fine'
  }
}

/** How long the header is of which that many bytes have come: 2 at least. */
function headerLength(header: Uint8Array, known: number): number {
  if (known < 2) return 2
  const second = header[1] ?? 0
  const extended = (second & 0x7f) === 126 ? 2 : (second & 0x7f) === 127 ? 8 : 0
  return 2 + extended + ((second & 0x80) !== 0 ? 4 : 0)
}

/** The payload's length, as a whole header says it; lengths beyond 2^53 are rounded, and far too large all the same. */
function payloadLength(header: Uint8Array): number {
  const short = (header[1] ?? 0) & 0x7f
  if (short < 126) return short
  const view = new DataView(header.buffer)
  return short === 126 ? view.getUint16(2) : Number(view.getBigUint64(2))
}
