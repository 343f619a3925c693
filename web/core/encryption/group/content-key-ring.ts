import { MAX_CONTENT_KEYS } from '../../../../protocol/limits.ts'

/** Content keys (PROTOCOL.md, K34): what messages are sealed by, each named by the epoch that brought it. */
export interface ContentKeyRing {
  /** By number, the oldest first: 32 bytes each. */
  readonly keys: ReadonlyMap<number, Uint8Array>
  /** By which messages are sealed now; one of those, or 0: that of the link. */
  readonly current: number
}

export const EMPTY_RING: ContentKeyRing = { keys: new Map(), current: 0 }

const newest = (keys: Iterable<readonly [number, Uint8Array]>): ReadonlyMap<number, Uint8Array> =>
  new Map([...keys].sort(([a], [b]) => a - b).slice(-MAX_CONTENT_KEYS))

/**
 * The ring with a new key, by which messages are sealed from then on. What has a higher number is of an earlier life of the room, which
 * counted anew.
 */
export const ringWith = ({ keys }: ContentKeyRing, number: number, key: Uint8Array): ContentKeyRing => ({
  keys: newest([...[...keys].filter(([other]) => other < number), [number, key]]),
  current: number,
})

/**
 * What one is told when one comes into a group, and what one had already: the group's word counts.
 *
 * @param epoch - The group's: no key is newer.
 */
export const mergedRing = (own: ContentKeyRing, told: ContentKeyRing, epoch: number): ContentKeyRing => ({
  keys: newest(new Map([...[...own.keys].filter(([number]) => number <= epoch), ...told.keys])),
  current: told.current,
})

/** Whether a ring can be that of an epoch: each key is named by the epoch that brought it. */
export const isRingOf = (epoch: number, { keys }: ContentKeyRing): boolean =>
  [...keys.keys()].every((number) => number <= epoch)
