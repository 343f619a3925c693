import * as v from 'valibot'
import { COMMIT_MAX_LENGTH, GROUP_INFO_MAX_LENGTH } from '../limits.ts'
import { LinkProof } from './door.ts'
import { Sealed } from './sealed.ts'

/**
 * What the edge has of an encrypted room's group, an MLS group (RFC 9420) whose delivery service it is: it counts the changes,
 * takes one for each epoch, and hands on what it cannot read (K30). What is sealed is the pages' business.
 */

/** Counts the changes that the room took: 1 when the group was founded. */
const Epoch = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff_ffff))

const SealedInfo = v.pipe(Sealed, v.maxLength(GROUP_INFO_MAX_LENGTH))
const SealedCommit = v.pipe(Sealed, v.maxLength(COMMIT_MAX_LENGTH))

/** Which change was the last, and what newcomers start from: a GroupInfo (RFC 9420 §12.4.3), and what stands beside it. */
export const GroupDescription = v.object({ epoch: Epoch, info: SealedInfo })
export type GroupDescription = v.InferOutput<typeof GroupDescription>

/** A change of the group: the epoch that it makes, what members need to follow; null where it is founded anew, and all come in again. */
export const GroupChange = v.object({ epoch: Epoch, commit: v.nullable(SealedCommit) })
export type GroupChange = v.InferOutput<typeof GroupChange>

/** A change as it is offered. */
export const OfferedChange = v.object({
  ...GroupChange.entries,
  info: SealedInfo,
  /** There where the link changes with it (D15): the proof of the new one. A moderator alone may say so. */
  newLink: v.exactOptional(LinkProof),
})

/** The group as it stands; null where there is none. */
export const StandingGroup = v.object({ group: v.nullable(GroupDescription) })

/** What becomes of it: the room took it, or had another already, from which its sender goes on. */
export const CommitVerdict = v.variant('is', [
  v.object({ is: v.literal('taken') }),
  v.object({ is: v.literal('stale'), ...StandingGroup.entries }),
])
export type CommitVerdict = v.InferOutput<typeof CommitVerdict>
