import type { RoomKeys } from '../../room-keys.ts'
import type { Stay } from '../../stay.ts'
import type { ContentKeyRing } from '../content-key-ring.ts'
import type { GroupError } from '../group-error.ts'
import type { NewcomersStart } from '../newcomers-start.ts'

/** What newcomers start from, opened. */
export interface OpenedStart extends NewcomersStart {
  /** Whether it opened by the link alone that one offered, which nobody has before the room takes it. */
  readonly byOfferedLink?: boolean
}

/** What the room has of its group: how often it was changed, and what newcomers start from. */
export interface Description {
  /** Counts what the room took: 1 when the group was founded. */
  readonly epoch: number
  /** Rejects with a GroupError where nobody of the room made it. */
  readonly open: () => Promise<OpenedStart>
}

/** What those are told of a change of the group who are in it. */
export interface GroupChange {
  /** The room's, after it. */
  readonly epoch: number
  /** Null where it was founded anew, and all come into it again. Rejects as above. */
  readonly commit: (() => Promise<Uint8Array>) | null
  /** Whether the room's link changes with it. */
  readonly changesLink: boolean
}

/** A change that one would like the room to take. */
export interface Offer extends Pick<NewcomersStart, 'groupInfo' | 'ring'> {
  readonly epoch: number
  /** Null where one founds the group. */
  readonly commit: Uint8Array | null
  /** The room's link, where it changes with that. */
  readonly link?: RoomKeys
}

/** The room took a change, or has another one already, from which one goes on. */
export type Verdict = { readonly is: 'taken' } | { readonly is: 'stale'; readonly group: Description | null }

/** The keys of one epoch. */
export interface EpochKeys {
  readonly epoch: number
  /** From which the keys of media come in this epoch: 32 bytes. */
  readonly media: Uint8Array
  /** The same for all, and for nobody else: what people can compare. */
  readonly authenticator: Uint8Array
  readonly ring: ContentKeyRing
  /** Who is in the group. */
  readonly members: ReadonlySet<Stay>
  /** By what one seals to each of them alone. */
  readonly leafKeys: ReadonlyMap<Stay, Uint8Array>
  /** By what one opens what is sealed to oneself so. */
  readonly ownLeafKey: Uint8Array
}

export interface GroupKeeperHost {
  /** Offers a change to the room, which takes one an epoch. Rejects where the room cannot be asked. */
  offer(change: Offer): Promise<Verdict>
  /** What newcomers start from by now; null where there is none. Rejects as above. */
  describe(): Promise<Description | null>
  /** Whose stays are in the room, oneself included. */
  present(): ReadonlySet<Stay>
  /** Those of them of whom something is heard: who is not in the group comes into it. */
  awaited(): ReadonlySet<Stay>
  /** Whether whoever has that stay may be in the room: who came by a link that was just changed does not know of all yet. */
  mayBeHere(stay: Stay): boolean
  /** Whether somebody of that stay was in the room since one came. */
  hasCome(stay: Stay): boolean
  /** Whether messages need another key when these are removed: a moderator put one of them out, or may have. */
  rotatesWithout(gone: ReadonlySet<Stay>): boolean
  /** The keys of a link of which that is the secret. */
  linkOf(secret: Uint8Array): Promise<RoomKeys>
  /** The room has that link from now on: somebody has changed it. New keys that hold are told at once after it. */
  linkChanged(link: RoomKeys, by: Stay): void
  /** These keys will hold if the room takes the change that one comes in by: it is on its way, and media need not wait for the answer. */
  hoped(keys: EpochKeys): void
  /** New keys hold. */
  entered(keys: EpochKeys): void
  /** Keys of messages, of a group that one does not come into. */
  learned(ring: ContentKeyRing): void
  /** What the room had was no change that a room makes, or no group: one goes on without it. */
  distrusted(cause: GroupError): void
  /** Nothing can be kept any more. With `link-changed` as the code of a ProtocolError: nor can one stay. */
  failed(cause: unknown): void
}

export interface GroupKeeperTiming {
  /** Who leaves within this time is removed together, in milliseconds; whom a moderator put out at once. */
  readonly gatherMs: number
  /** How long the next in line waits for the one before, in milliseconds. */
  readonly patienceMs: number
}

export const KEEPER_TIMING: GroupKeeperTiming = { gatherMs: 200, patienceMs: 1_000 }
