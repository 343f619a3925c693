import type { Stay } from '../../stay.ts'

/** Whose turn it is to change the group: everybody reckons it by themselves, and comes to the same. */

/** How many come in at once: whoever is late by one epoch only tries again, but each try costs all of them. */
const COME_TOGETHER = 4

/**
 * How many members who are here stand before us in the line of those who remove who has gone: the first leaf comes first. What they do
 * not do within their time, we do.
 */
export const placeInLine = (
  members: ReadonlyMap<number, Stay>,
  present: ReadonlySet<Stay>,
  ownLeaf: number,
): number => [...members].filter(([leaf, stay]) => leaf < ownLeaf && present.has(stay)).length

/**
 * How many rounds of newcomers stand before us, of all who are here and not in the group yet: 0 where we may try at once.
 *
 * @param inside - Who is in the group, as far as one knows: others may be by now.
 */
export function roundsBefore(inside: ReadonlySet<Stay>, present: ReadonlySet<Stay>, own: Stay): number {
  const before = [...present].filter((stay) => !inside.has(stay) && stay < own)
  return Math.floor(before.length / COME_TOGETHER)
}
