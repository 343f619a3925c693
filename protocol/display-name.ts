import * as v from 'valibot'
import { DISPLAY_NAME_MAX_LENGTH } from './limits.ts'

/**
 * Control characters, line separators, bidirectional overrides and isolates (Unicode TR9), and characters without
 * width except the joiner that emoji need: none has a place in a name, all of them can forge one.
 */
const FORGING = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu

/** A line of text as it is shown: NFC, nothing invisible, single blanks. May become empty. */
export const tidyLine = (raw: string): string =>
  raw.normalize('NFC').replace(FORGING, '').replace(/\s+/gu, ' ').trim()

/** The name as it is shown: a tidy line of at most 40 characters. May become empty. */
export const tidyDisplayName = (raw: string): string =>
  [...tidyLine(raw)].slice(0, DISPLAY_NAME_MAX_LENGTH).join('').trim()

/** What a person is called in the room; the sender tidies, the edge insists. */
export const DisplayName = v.pipe(
  v.string(),
  v.maxLength(DISPLAY_NAME_MAX_LENGTH * 16),
  v.check((name) => name.length > 0 && name === tidyDisplayName(name), 'a tidy name of 1 to 40 characters'),
  v.brand('DisplayName'),
)
export type DisplayName = v.InferOutput<typeof DisplayName>
