import type { MediaKind } from '../../../../protocol/media/rtp.ts'
import { encodeHeader, readHeader, type SFrameHeader } from '../../encryption/sframe/header.ts'
import { type SFrameKey, seal, TAG_BYTES, unseal } from '../../encryption/sframe/suite.ts'
import { clearBytesOf } from './clear-bytes.ts'

/** An encrypted frame, read as far as it can be without a key: clear bytes || SFrame header || ciphertext || tag. */
export interface SealedFrame {
  readonly clear: Uint8Array<ArrayBuffer>
  readonly header: SFrameHeader
  readonly headerBytes: Uint8Array<ArrayBuffer>
  /** Ciphertext and tag. */
  readonly sealed: Uint8Array<ArrayBuffer>
}

/** Encrypts a frame; null where it is too short to be one. The counter must never have been used with this key. */
export async function encryptFrame(
  key: SFrameKey,
  counter: number,
  kind: MediaKind,
  frame: ArrayBuffer,
): Promise<ArrayBuffer | null> {
  const bytes = new Uint8Array(frame)
  const clearLength = clearBytesOf(kind, bytes)
  if (bytes.length < clearLength) return null
  const clear = bytes.subarray(0, clearLength)
  const header = encodeHeader(key.keyId, counter)
  const sealed = await seal(key, header, counter, clear, bytes.subarray(clearLength))
  const whole = new Uint8Array(clearLength + header.length + sealed.byteLength)
  whole.set(clear)
  whole.set(header, clearLength)
  whole.set(new Uint8Array(sealed), clearLength + header.length)
  return whole.buffer
}

/** Reads an encrypted frame without a key; null where it is none. Copies nothing. */
export function readSealedFrame(kind: MediaKind, frame: ArrayBuffer): SealedFrame | null {
  const bytes = new Uint8Array(frame)
  const clearLength = clearBytesOf(kind, bytes)
  if (bytes.length < clearLength) return null
  const rest = bytes.subarray(clearLength)
  const header = readHeader(rest)
  if (!header || rest.length < header.length + TAG_BYTES) return null
  return {
    clear: bytes.subarray(0, clearLength),
    header,
    headerBytes: rest.subarray(0, header.length),
    sealed: rest.subarray(header.length),
  }
}

/** Decrypts a frame; null where it is not authentic. */
export async function decryptFrame(
  key: SFrameKey,
  { clear, header, headerBytes, sealed }: SealedFrame,
): Promise<ArrayBuffer | null> {
  const plain = await unseal(key, headerBytes, header.counter, clear, sealed)
  if (!plain || clear.length === 0) return plain
  const whole = new Uint8Array(clear.length + plain.byteLength)
  whole.set(clear)
  whole.set(new Uint8Array(plain), clear.length)
  return whole.buffer
}
