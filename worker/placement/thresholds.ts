/** Every number that placement weighs by, in one place. Units are in the names. */

/** A node is near whose round trip is longer than the nearest's by this at most: nobody hears it, so load may decide. */
export const NEAR_MS = 10
/** A room's newcomer goes to another node than the room's only if it is nearer by more than this: links between nodes cost. */
export const STAY_MS = 30
/** What is taken of a node that nobody knows the place of, where the people's is known: half a world away. */
export const UNKNOWN_PLACE_MS = 400
/** A node is loaded above this share of what it can carry: rooms grow after they were placed. */
export const LOADED_ABOVE = 0.7

/** Nodes that a page is asked to probe. */
export const MAX_CANDIDATES = 4
/** A node is not worth a probe that is expected to be further than the nearest by more than this. */
export const WORTH_PROBING_MS = 30
/** Nodes within this distance most likely share their way to the people: one probe says it of both. */
export const SAME_SITE_KM = 50
