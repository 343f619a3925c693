import { describe, expect, test } from 'vitest'
import { framed, PacketReader } from '../../../sfu-node/media/workers/tcp-framing.ts'
import {
  attribute,
  BINDING_REQUEST,
  BINDING_SUCCESS,
  ICE_CONTROLLING,
  isStun,
  PRIORITY,
  readSigned,
  signed,
  stunMessage,
  USERNAME,
} from '../../../sfu-node/reachability/stun-message.ts'

/** Of all messages in RFC 5769 §2.1 to §2.3. */
const PASSWORD = 'VOkJxbRl1RmTxUk/WvJxBt'
const TRANSACTION = Buffer.from('b7e7a701bc34d686fa87dfae', 'hex')

/** RFC 5769 §2.1: a request of "evtj:h6vY", whose attributes are filled up with blanks. */
const REQUEST = Buffer.from(
  `000100582112a442b7e7a701bc34d686fa87dfae
   802200105354554e207465737420636c69656e74
   002400046e0001ff80290008932ff9b151263b36
   0006000965767 46a3a68367659202020
   000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2
   80280004e57a3bcf`.replaceAll(/\s/g, ''),
  'hex',
)

/** RFC 5769 §2.2: the answer to 192.0.2.1, port 32853. */
const IPV4_ANSWER = Buffer.from(
  `0101003c2112a442b7e7a701bc34d686fa87dfae
   8022000b7465737420766563746f7220
   002000080001a147e112a643
   000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7
   80280004c07d4c96`.replaceAll(/\s/g, ''),
  'hex',
)

/** RFC 5769 §2.3: the answer to 2001:db8:1234:5678:11:2233:4455:6677, port 32853. */
const IPV6_ANSWER = Buffer.from(
  `010100482112a442b7e7a701bc34d686fa87dfae
   8022000b7465737420766563746f7220
   002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9
   00080014a382954e4be67bf11784c97c8292c275bfe3ed41
   80280004c8fb0b4c`.replaceAll(/\s/g, ''),
  'hex',
)

/** What is behind the attributes: 24 bytes of integrity, 8 of fingerprint. */
const TAIL_BYTES = 32

describe('N17 STUN, by the test vectors of RFC 5769', () => {
  test.each([
    ['§2.1', REQUEST, BINDING_REQUEST],
    ['§2.2', IPV4_ANSWER, BINDING_SUCCESS],
    ['§2.3', IPV6_ANSWER, BINDING_SUCCESS],
  ])('%s is signed and read', (_section, vector, type) => {
    expect(signed(vector.subarray(0, -TAIL_BYTES), PASSWORD)).toEqual(vector)
    expect(readSigned(vector, PASSWORD)).toEqual({ type, transaction: TRANSACTION })
    expect(isStun(vector)).toBe(true)
  })

  test('§2.1 is made of its attributes', () => {
    const priority = attribute(PRIORITY, Buffer.from('6e0001ff', 'hex'))
    const name = attribute(USERNAME, Buffer.from('evtj:h6vY'))
    const software = attribute(0x8022, Buffer.from('STUN test client'))
    const controlled = attribute(0x8029, Buffer.from('932ff9b151263b36', 'hex'))
    const made = stunMessage(BINDING_REQUEST, TRANSACTION, [software, priority, controlled, name])
    // The RFC fills up with blanks where RFC 8489 §14 has zeros, and counts what is still to come.
    const expected = Buffer.from(REQUEST.subarray(0, -TAIL_BYTES))
    expected.writeUInt16BE(expected.length - 20, 2)
    expected.fill(0, expected.length - 3)
    expect(made).toEqual(expected)
  })

  test('what was changed, cut off, or signed by somebody else is not read', () => {
    const changed = Buffer.from(IPV4_ANSWER)
    changed.writeUInt8(changed.readUInt8(30) ^ 1, 30)
    expect(readSigned(changed, PASSWORD)).toBeNull()
    expect(readSigned(IPV4_ANSWER, `${PASSWORD}x`)).toBeNull()
    for (let length = 0; length < IPV4_ANSWER.length; length += 1) {
      expect(readSigned(IPV4_ANSWER.subarray(0, length), PASSWORD)).toBeNull()
    }
    const unsigned = stunMessage(BINDING_SUCCESS, TRANSACTION, [attribute(ICE_CONTROLLING, Buffer.alloc(40))])
    expect(readSigned(unsigned, PASSWORD)).toBeNull()
  })

  test('DTLS, media and nothing are no STUN', () => {
    for (const first of [20, 63, 128, 191]) expect(isStun(Buffer.from([first, 0]))).toBe(false)
    expect(isStun(Buffer.alloc(0))).toBe(false)
  })
})

test('N17 packets come out of a stream as they went in, wherever it was cut (RFC 4571)', () => {
  const packets = [Buffer.from('one'), Buffer.alloc(0), Buffer.alloc(1_400, 7), Buffer.from('two')]
  const stream = Buffer.concat(packets.map(framed))
  for (const size of [1, 2, 3, 1_000, stream.length]) {
    const reader = new PacketReader()
    const read: Buffer[] = []
    for (let at = 0; at < stream.length; at += size) read.push(...reader.read(stream.subarray(at, at + size)))
    expect(read).toEqual(packets)
  }
  expect(() => framed(Buffer.alloc(65_536))).toThrow(RangeError)
})
