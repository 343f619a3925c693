/** Characters (UTF-16 code units) that the pad takes: about twenty pages. */
export const NOTES_MAX_LENGTH = 50_000
/** From here on somebody cheats: nothing more is taken in. Honest pages go beyond the limit by what they write at once. */
export const NOTES_HARD_MAX_LENGTH = 2 * NOTES_MAX_LENGTH
/** Bytes of an update in one message: in base64 and with what is around them, they fit into 48,000 characters. */
export const NOTE_PART_BYTES = 33_000
/** Messages that one update may take. */
export const NOTE_MAX_PARTS = 8
/** Between two sendings: the edge takes two notes a second. */
export const NOTES_PAUSE_MS = 700
/** After a sending that failed. */
export const NOTES_RETRY_MS = 3_000
/** So many notes, or so many characters of them, are worth one that stands for all. */
export const COMPACT_FROM_MESSAGES = 100
export const COMPACT_FROM_LENGTH = 300_000
/** How long the parts of an update may be on their way. */
export const NOTE_PARTS_WITHIN_MS = 30_000
