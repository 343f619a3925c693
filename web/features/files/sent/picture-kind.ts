import { PICTURE_MAX_PIXELS } from '../file-limits.ts'

/** A picture that may be shown: what its bytes say it is, whatever its name and its sender say. */
export interface PictureKind {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  readonly width: number
  readonly height: number
}

/** What a file is that begins as a picture does; null for all else, for SVG (it may run scripts), and for what unpacks to too much. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = KINDS.find(({ begins }) => begins(bytes))
  if (!found) return null
  try {
    const { width, height } = found.measure(view)
    if (width < 1 || height < 1 || width * height > PICTURE_MAX_PIXELS) return null
    return { type: found.type, width, height }
  } catch (error) {
    // It ends before it says how large it is.
    if (error instanceof RangeError) return null
    throw error
  }
}

type Size = Pick<PictureKind, 'width' | 'height'>

interface Kind {
  readonly type: PictureKind['type']
  readonly begins: (bytes: Uint8Array) => boolean
  /** Throws a RangeError where the bytes end too early. */
  readonly measure: (view: DataView) => Size
}

const has = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((char, index) => bytes[at + index] === char.charCodeAt(0))

const KINDS: readonly Kind[] = [
  {
    // PNG, §5.2 and §11.2.1: the signature, then IHDR with width and height.
    type: 'image/png',
    begins: (bytes) => has(bytes, '\x89PNG\r\n\x1a\n') && has(bytes, 'IHDR', 12),
    measure: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  },
  {
    // GIF89a, §17 and §18.
    type: 'image/gif',
    begins: (bytes) => has(bytes, 'GIF87a') || has(bytes, 'GIF89a'),
    measure: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  },
  {
    type: 'image/jpeg',
    begins: (bytes) => has(bytes, '\xff\xd8\xff'),
    measure: measureJpeg,
  },
  {
    // RFC 9649, §2.4.
    type: 'image/webp',
    begins: (bytes) => has(bytes, 'RIFF') && has(bytes, 'WEBPVP8', 8),
    measure: measureWebp,
  },
]

/** ITU-T T.81, annex B: segments, one of which (SOF, but for DHT, JPG and DAC) gives height and width. */
function measureJpeg(view: DataView): Size {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return { width: 0, height: 0 }
    const marker = view.getUint8(at + 1)
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // Bytes that fill up before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
}

/** RFC 9649, §2.5 to §2.7: lossy, lossless, extended. */
function measureWebp(view: DataView): Size {
  switch (view.getUint8(15)) {
    case 0x20:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 0x4c: {
      const bits = view.getUint32(21, true)
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
    }
    case 0x58:
      return { width: 1 + getUint24(view, 24), height: 1 + getUint24(view, 27) }
    default:
      return { width: 0, height: 0 }
  }
}

const getUint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
