import * as v from 'valibot'
import { DISPLAY_NAME_MAX_LENGTH } from '../limits.ts'

/**
 * Control characters, line separators, a blank that is no space, and all that is drawn as nothing (Default_Ignorable_Code_Point
 * of Unicode TR44: bidirectional overrides and isolates, characters without width, letters that fill), except what changes
 * its neighbours' looks: the joiner, the selectors of a variant, and the tags of flags. None has a place in a name, all of
 * them can forge one. Nor has half a letter (a surrogate without its other half): what encodes it as UTF-8 makes another name of it,
 * or fails.
 */
const FORGING =
  /(?![\u200d\u{e0020}-\u{e007f}\p{Variation_Selector}])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u2800\p{Default_Ignorable_Code_Point}]/gu

/** Something that is seen by itself. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u

/** No line is longer, in UTF-16 code units: to bring a long row of combining signs into their order takes the square of its length. */
const LINE_MAX_LENGTH = 2_048

/** What is left of a letter that a line was cut within. */
const HALF = /\p{Cs}$/u

/** A line of text as it is shown: NFC, nothing invisible, single blanks, not longer than any line is. May become empty. */
export function tidyLine(raw: string): string {
  const tidied = raw.replace(FORGING, '').replace(/\s+/gu, ' ').trim()
  const line = tidied.slice(0, LINE_MAX_LENGTH).replace(HALF, '').normalize('NFC').trim()
  return VISIBLE.test(line) ? line : ''
}

/** The name as it is shown: a tidy line of at most 40 characters. May become empty. */
export const tidyDisplayName = (raw: string): string =>
  tidyLine([...tidyLine(raw)].slice(0, DISPLAY_NAME_MAX_LENGTH).join(''))

/** What a person is called in the room; the sender tidies, the edge insists. */
export const DisplayName = v.pipe(
  v.string(),
  v.maxLength(DISPLAY_NAME_MAX_LENGTH * 16),
  v.check((name) => name.length > 0 && name === tidyDisplayName(name), 'a tidy name of 1 to 40 characters'),
  v.brand('DisplayName'),
)
export type DisplayName = v.InferOutput<typeof DisplayName>
