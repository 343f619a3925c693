import { expect, test } from 'vitest'
import { FrameMeter } from '../../scripts/front/frame-meter.ts'

interface Frame {
  readonly opcode: number
  readonly fin?: boolean
  readonly length: number
  readonly masked?: boolean
}

const TEXT = 1
const CONTINUATION = 0
const CLOSE = 8
const PING = 9

/** A frame as RFC 6455 §5.2 writes it. */
function frame({ opcode, fin = true, length, masked = true }: Frame): Buffer {
  const mask = masked ? 0x80 : 0
  const header = Buffer.alloc(2 + (length < 126 ? 0 : length < 65_536 ? 2 : 8) + (masked ? 4 : 0))
  header[0] = (fin ? 0x80 : 0) | opcode
  if (length < 126) header[1] = mask | length
  else if (length < 65_536) {
    header[1] = mask | 126
    header.writeUInt16BE(length, 2)
  } else {
    header[1] = mask | 127
    header.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([header, Buffer.alloc(length, 0x88)])
}

const frames = (...all: Frame[]): Buffer => Buffer.concat(all.map(frame))

test('messages of the largest size pass, one after the other, in pieces of any size', () => {
  const stream = frames(
    { opcode: TEXT, length: 992 },
    { opcode: TEXT, length: 400, fin: false },
    { opcode: PING, length: 125 },
    { opcode: CONTINUATION, length: 0, fin: false },
    { opcode: CONTINUATION, length: 400 },
    { opcode: TEXT, length: 3, masked: false },
    { opcode: TEXT, length: 992 },
  )
  for (const size of [1, 2, 7, 1_000, stream.length]) {
    const meter = new FrameMeter(1_000)
    for (let at = 0; at < stream.length; at += size) {
      expect(meter.read(stream.subarray(at, at + size))).toBe('fine')
    }
    expect(meter.betweenFrames).toBe(true)
    expect(meter.closing).toBe(false)
  }
})

test.each<[string, Buffer]>([
  ['one frame', frames({ opcode: TEXT, length: 1_001 })],
  [
    'fragments that never end',
    frames({ opcode: TEXT, length: 600, fin: false }, { opcode: CONTINUATION, length: 600, fin: false }),
  ],
  [
    'empty fragments',
    frames(...Array.from({ length: 200 }, () => ({ opcode: CONTINUATION, length: 0, fin: false }))),
  ],
  [
    'a length beyond 2^53',
    Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
  ],
])('%s: too large as soon as its header says so', (_what, stream) => {
  const meter = new FrameMeter(1_000)
  expect(meter.read(stream)).toBe('too-large')
})

test('a message is too large before its payload came', () => {
  const [header] = [frame({ opcode: TEXT, length: 70_000 }).subarray(0, 14)]
  expect(new FrameMeter(65_536).read(header)).toBe('too-large')
})

test('control frames in pieces, or long ones, are malformed', () => {
  expect(new FrameMeter(1_000).read(frame({ opcode: PING, length: 126 }))).toBe('malformed')
  expect(new FrameMeter(1_000).read(frame({ opcode: CLOSE, length: 2, fin: false }))).toBe('malformed')
})

test('a close is noticed, also behind other frames, and its bytes in a payload are none', () => {
  const meter = new FrameMeter(1_000)
  meter.read(frame({ opcode: TEXT, length: 500 }))
  expect(meter.closing).toBe(false)
  meter.read(frame({ opcode: CLOSE, length: 2 }).subarray(0, 3))
  expect(meter.closing).toBe(false)
  meter.read(frame({ opcode: CLOSE, length: 2 }).subarray(3))
  expect(meter.closing).toBe(true)
})
