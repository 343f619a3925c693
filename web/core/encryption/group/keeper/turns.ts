import type { Stay } from '../../stay.ts'

/** Whose turn it is to change the group: everybody reckons it by themselves, and comes to the same. */

/**
 * So many newcomers try to come in at once. One of them is in vain each time, and goes on from what it is answered: that takes one
 * round trip, where one who waited to be told would take two. More would only be more in vain.
 */
export const COME_TOGETHER = 3

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
 * Who of those who are not in the group yet comes into it before us, the first one first: the lowest stay.
 *
 * @param awaited - Who is here.
 * @param isOut - Whether somebody of them is not to be waited for: they are in the group, or did not come when it was their turn.
 */
export const newcomersBefore = (
  awaited: ReadonlySet<Stay>,
  isOut: (stay: Stay) => boolean,
  own: Stay,
): readonly Stay[] => [...awaited].filter((stay) => stay < own && !isOut(stay)).toSorted()
