/** Content keys (PROTOCOL.md, K34): what messages are sealed by, each named by the epoch that brought it. */
export interface ContentKeyRing {
  /** By number, the oldest first: 32 bytes each. */
  readonly keys: ReadonlyMap<number, Uint8Array>
  /** By which messages are sealed now; one of those, or 0: that of the link. */
  readonly current: number
}

/** How many are handed on: as many removals can be read back. */
export const MOST_CONTENT_KEYS = 64

export const CONTENT_KEY_BYTES = 32

export const EMPTY_RING: ContentKeyRing = { keys: new Map(), current: 0 }

const newest = (keys: Iterable<readonly [number, Uint8Array]>): ReadonlyMap<number, Uint8Array> =>
  new Map([...keys].sort(([a], [b]) => a - b).slice(-MOST_CONTENT_KEYS))

/** The ring with a new key, by which messages are sealed from then on. */
export const ringWith = ({ keys }: ContentKeyRing, number: number, key: Uint8Array): ContentKeyRing => ({
  keys: newest(new Map(keys).set(number, key)),
  current: number,
})

/** What one is told when one comes into a group, and what one had already: the group's word counts. */
export const mergedRing = (own: ContentKeyRing, told: ContentKeyRing): ContentKeyRing => ({
  keys: newest(new Map([...own.keys, ...told.keys])),
  current: told.current,
})
