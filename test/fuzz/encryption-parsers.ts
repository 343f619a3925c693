import { fragmentOf, newRoomSecret, readSecret } from '../../web/core/encryption/room-secret.ts'
import { encodeHeader, readHeader } from '../../web/core/encryption/sframe/header.ts'
import { deriveSFrameKey } from '../../web/core/encryption/sframe/suite.ts'
import { clearBytesOf } from '../../web/core/media/encryption/clear-bytes.ts'
import { decryptFrame, encryptFrame, readSealedFrame } from '../../web/core/media/encryption/media-frame.ts'
import { ofBytes, ofText, type Parser, QUIET } from './parser.ts'

const KINDS = ['audio', 'video'] as const
const NUMBERS = [0, 7, 8, 255, 256, 65_535, 2 ** 32, Number.MAX_SAFE_INTEGER, 2n ** 64n - 1n] as const

/** A header that is read is the only one that says this: who writes the same writes the same bytes. */
function readAndWritten(bytes: Uint8Array): unknown {
  const header = readHeader(bytes)
  if (header === null) return null
  const written = encodeHeader(header.keyId, header.counter)
  if (written.length !== header.length || written.some((byte, at) => byte !== bytes[at]))
    throw new Error('a header that nobody writes')
  return header
}

const key = await deriveSFrameKey(new Uint8Array(32), 7)
const framesOf = (kind: (typeof KINDS)[number]) =>
  [0, 1, 10, 300].map((length, counter) => {
    // Every other one is a key frame (its first bit is 0).
    const frame = Uint8Array.from({ length: 10 + length }, (_, at) => (at + counter) & 0xff)
    return encryptFrame(key, counter, kind, frame.buffer)
  })
const sealedFrames = (await Promise.all(KINDS.flatMap(framesOf))).map((frame) => {
  if (frame === null) throw new Error('a frame that is none')
  return new Uint8Array(frame)
})
const authentic = new Set(sealedFrames.map((frame) => frame.join()))

/** Whatever comes as a frame is what somebody sealed, or is not authentic. */
async function frameIn(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  for (const kind of KINDS) {
    const sealed = readSealedFrame(kind, bytes.slice().buffer)
    if (sealed === null) continue
    const { clear, headerBytes, sealed: rest } = sealed
    if (
      clear.length !== clearBytesOf(kind, bytes) ||
      clear.length + headerBytes.length + rest.length !== bytes.length
    )
      throw new Error('bytes of a frame are lost')
    const plain = await decryptFrame(key, sealed)
    if (plain !== null && !authentic.has(bytes.join())) throw new Error('a frame that nobody sealed')
  }
  return null
}

const secret = newRoomSecret()

/** A secret that is read is the one that its link is written with again. */
function readLink(fragment: string): unknown {
  const read = readSecret(fragment)
  if (read.is !== 'whole') return read
  const again = readSecret(fragmentOf(read.secret))
  if (again.is !== 'whole' || again.secret !== read.secret) throw new Error('a secret that is another one')
  return read
}

/** What of encryption a page reads that a node, an edge, or whoever makes a link has written. */
export const ENCRYPTION_PARSERS: readonly Parser[] = [
  ofBytes(
    'headers of SFrame',
    NUMBERS.flatMap((keyId) => NUMBERS.map((counter) => encodeHeader(keyId, counter))),
    readAndWritten,
  ),
  ofBytes('sealed frames', sealedFrames, frameIn),
  ofText(
    'fragments of links',
    [fragmentOf(secret), `${fragmentOf(secret)}&x=1`, `#x&k=${secret}`, '#', ''],
    readLink,
    QUIET,
  ),
]
