/** The largest file that may be sent: 5 MB. */
export const FILE_MAX_BYTES = 5_000_000
/** Pictures up to this size are fetched as soon as they are seen; everything else waits to be asked for. */
export const FETCHED_UNASKED_MAX_BYTES = 1_000_000
/** In a larger gathering no picture is fetched unasked: its sender would have to send it to everybody at once. */
export const FETCHED_UNASKED_MAX_PEOPLE = 25
/** Files that go out with one press of "Send". */
export const ATTACHED_MAX_FILES = 5
/** Files of ours that others may fetch; the oldest gives way. */
export const OFFERED_MAX_FILES = 100
/** Characters (code points) in the name of a file. */
export const FILE_NAME_MAX_LENGTH = 100
/** More pixels than this are not drawn: a small file may unpack to more than a machine has memory for. */
export const PICTURE_MAX_PIXELS = 64_000_000

/** Bytes in one part: with base64 and what stands around it, less than a message of the room may have. */
export const PART_BYTES = 34_000
/** Parts asked for at once: about a second of what the edge takes from one sender. */
export const PARTS_IN_WINDOW = 16
/** Files that one fetches at the same time; others wait their turn. */
export const FETCHED_AT_ONCE = 2
/** Files that one person may fetch from us at the same time. */
export const SERVED_AT_ONCE_TO_ONE = 3
/** How long nothing may come before what is missing is asked for again, and how often that is tried. */
export const SILENCE_MS = 20_000
export const TRIES = 3
/** Bytes of fetched files that are kept; those fetched first give way, and may be fetched again. */
export const FETCHED_KEPT_BYTES = 60_000_000

/** The part of what the edge allows that we use: what is refused would have to be sent again. */
export const SHARE_OF_RATE = 0.8
/** Messages on their way at a time: more would keep everything else we say waiting on a narrow line. */
export const SENT_AT_ONCE = 2
/** How long to wait where the edge nevertheless says that it was too much. */
export const SLOW_DOWN_MS = 2_000
