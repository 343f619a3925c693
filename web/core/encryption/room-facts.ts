import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { GroupDescription } from '../../../protocol/page-edge/group.ts'
import type { Stay } from './stay.ts'

/** A change of the group, as the room tells the others. */
export type ToldChange = Omit<Extract<PageEvent, { event: 'group-changed' }>, 'event'>

/**
 * Told what the group of a room hangs on, in the order of events, as soon as names are opened: never behind a message that waits for
 * the group's keys.
 */
export interface RoomFacts {
  /** Nothing is heard of the room at present: the socket fell, or somebody decides whether we come in. Told at once. */
  away(): void
  /** We are in it, and what we missed was told. */
  back(): void
  /**
   * These are all who are here by now, oneself included.
   *
   * @param cutOff - Those of them of whom nothing is heard just now.
   * @param hasUnread - Whether somebody else is here whose stay is not known yet.
   */
  present(stays: ReadonlySet<Stay>, cutOff?: ReadonlySet<Stay>, hasUnread?: boolean): void
  /** A moderator put them out; that they are not here any more follows. */
  removed(stay: Stay): void
  /** One is in the room, perhaps anew; who is here was said. Null where no group was founded yet. */
  welcomed(group: GroupDescription | null): void
  /**
   * Somebody changed the group, and perhaps the room's link with it. Resolves when that is worked off, and all that was told before;
   * never rejects.
   */
  changed(change: ToldChange): Promise<void>
  /** A change of that epoch is on its way to us, in its turn, that changes the link: from then on ours leads to nothing any more. */
  linkChanges(epoch: number): void
  /** Resolves when all that was told so far is worked off: a content key that is not there by then does not come. Never rejects. */
  settled(): Promise<void>
}
