import { describe, expect, test } from 'vitest'
import { padOpus } from '../../../../web/core/media/encryption/opus-padding.ts'
import { draws } from '../../../support/draws.ts'

const SEED = 28
const STEP = 160

/** A packet as RFC 6716 §3.2 has it read: its configuration, the sizes of its frames, and all that they are made of. */
function read(packet: Uint8Array): { config: number; frames: number[][] } {
  const [toc = 0] = packet
  const config = toc >> 2
  const code = toc & 3
  const rest = [...packet.subarray(1)]
  if (code === 0) return { config, frames: [rest] }
  if (code === 1) return { config, frames: [rest.slice(0, rest.length / 2), rest.slice(rest.length / 2)] }
  const sized = (count: number, body: number[]): number[][] => {
    const sizes = Array.from({ length: count - 1 }, () => {
      const first = body.shift() ?? 0
      return first < 252 ? first : (body.shift() ?? 0) * 4 + first
    })
    const frames = sizes.map((size) => body.splice(0, size))
    return [...frames, body]
  }
  if (code === 2) return { config, frames: sized(2, rest) }
  const count = rest.shift() ?? 0
  let padding = 0
  if (count & 0x40) {
    for (let next = 255; next === 255; ) {
      next = rest.shift() ?? 0
      padding += next === 255 ? 254 : next
    }
  }
  const body = rest.slice(0, rest.length - padding)
  expect(rest.slice(rest.length - padding).every((byte) => byte === 0) || padding === 0).toBe(true)
  const many = count & 0x3f
  if (count & 0x80) return { config, frames: sized(many, body) }
  const size = body.length / many
  return { config, frames: Array.from({ length: many }, (_, at) => body.slice(at * size, (at + 1) * size)) }
}

const random = draws(SEED)
const bytes = (count: number): number[] => Array.from({ length: count }, () => Math.floor(random() * 256))
const TOC = 0x78

describe('K28 packets of Opus of one size', () => {
  test.each([
    ['one frame', (size: number) => [TOC, ...bytes(size)]],
    ['two frames of one size', (size: number) => [TOC | 1, ...bytes(size * 2)]],
    ['two frames, the first of 20', (size: number) => [TOC | 2, 20, ...bytes(20 + size)]],
    ['two frames, the first of 300', (size: number) => [TOC | 2, 252, 12, ...bytes(300 + size)]],
    ['three frames of one size', (size: number) => [TOC | 3, 3, ...bytes(size * 3)]],
    ['three frames of other sizes', (size: number) => [TOC | 3, 0x83, 2, 5, ...bytes(7 + size)]],
    ['padding of its own', (size: number) => [TOC | 3, 0x41, 255, 3, ...bytes(size), ...Array(257).fill(0)]],
  ])('hold what they held: %s', (_what, packet) => {
    for (const size of [...Array(200).keys()]) {
      const plain = Uint8Array.from(packet(size))
      const padded = padOpus(plain, STEP)
      expect(padded.length % STEP, `seed ${SEED}, of ${size}`).toBe(0)
      expect(read(padded), `seed ${SEED}, of ${size}`).toEqual(read(plain))
    }
  })

  test('are no longer than they need be', () => {
    const lengthOf = (size: number) => padOpus(Uint8Array.from([TOC, ...bytes(size)]), STEP).length
    expect([0, 1, 80, 157, 158, 159].map(lengthOf)).toEqual([160, 160, 160, 160, 160, 320])
  })

  test('are not made of what is none', () => {
    for (const none of [[], [TOC | 3], [TOC | 3, 0x41], [TOC | 3, 0x41, 255], [TOC | 3, 0x41, 9, 1, 2]]) {
      const packet = Uint8Array.from(none)
      expect(padOpus(packet, STEP)).toBe(packet)
    }
  })
})
