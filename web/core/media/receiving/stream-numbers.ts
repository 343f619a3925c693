import type { RtpParameters } from '../../../../protocol/rtp.ts'

/** By what the streams on one connection are told from each other: no two may have one of these (RFC 9143 §9.2, RFC 3550 §8). */
export type StreamNumber = string

/** Of what mediasoup-client (its probator), and our own connecting ahead, receive beside everybody's streams. */
export const RESERVED_NUMBERS: readonly StreamNumber[] = ['mid probator', 'ssrc 1234', 'mid ahead', 'ssrc 1']

/** The mid and SSRCs of one stream; null where it has no mid, or one number twice. */
export function numbersOf({ mid, encodings = [] }: RtpParameters): readonly StreamNumber[] | null {
  if (mid === undefined) return null
  const sources = encodings.flatMap(({ ssrc, rtx }) => [ssrc, rtx?.ssrc]).filter((ssrc) => ssrc !== undefined)
  if (new Set(sources).size < sources.length) return null
  return [`mid ${mid}`, ...sources.map((ssrc) => `ssrc ${ssrc}`)]
}
