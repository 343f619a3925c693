import { draws } from '../../support/draws.ts'
import { temporaryFile } from './temporary-file.ts'

const RATE_HZ = 48_000
const SECONDS = 4
const HEADER_BYTES = 44

/** A file of even noise, such as a fan makes (RIFF WAVE, 16 bits, one channel), for Chromium's fake microphone. */
export function noiseFile(): string {
  const bytes = RATE_HZ * SECONDS * 2
  const wave = Buffer.alloc(HEADER_BYTES + bytes)
  wave.write('RIFF', 0)
  wave.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4)
  wave.write('WAVEfmt ', 8)
  wave.writeUInt32LE(16, 16)
  wave.writeUInt16LE(1, 20)
  wave.writeUInt16LE(1, 22)
  wave.writeUInt32LE(RATE_HZ, 24)
  wave.writeUInt32LE(RATE_HZ * 2, 28)
  wave.writeUInt16LE(2, 32)
  wave.writeUInt16LE(16, 34)
  wave.write('data', 36)
  wave.writeUInt32LE(bytes, 40)
  const random = draws(48)
  let level = 0
  for (let at = HEADER_BYTES; at < wave.length; at += 2) {
    // Deep more than shrill, as machines are: a low pass of one pole.
    level = 0.8 * level + 0.2 * (random() * 2 - 1)
    wave.writeInt16LE(Math.round(level * 12_000), at)
  }
  return temporaryFile('noise.wav', wave)
}
