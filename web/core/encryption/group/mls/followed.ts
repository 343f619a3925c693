import type { IncomingMessageCallback, PublicMessage } from 'ts-mls'
import type { Stay } from '../../stay.ts'
import { GroupError } from '../group-error.ts'

/** Which commits are followed (PROTOCOL.md, K33): what people of a room do with its group, and nothing else. */

/**
 * What a commit says beside what it does (RFC 9420 §6.1, authenticated_data), if it says anything: from its epoch on, messages have
 * another key; or so has the room's link (K40), and messages as well.
 */
type Saying = 'rotates' | 'changes-link'
const SAYINGS: Readonly<Record<Saying, number>> = { rotates: 1, 'changes-link': 2 }

export const authenticatedDataOf = (saying: Saying | null): Uint8Array =>
  saying === null ? new Uint8Array() : Uint8Array.of(SAYINGS[saying])

/** Reads what a commit says beside what it does; only a member says anything. Throws a GroupError. */
export function sayingOf({ content: { authenticatedData, sender } }: PublicMessage): Saying | null {
  if (authenticatedData.length === 0) return null
  const [said, ...more] = authenticatedData
  const saying =
    said === SAYINGS.rotates ? 'rotates' : said === SAYINGS['changes-link'] ? 'changes-link' : null
  if (saying === null || more.length > 0 || sender.senderType !== 'member')
    throw new GroupError('a commit that says something else')
  return saying
}

/**
 * What is followed: whoever comes, by themselves, in the place of their own former leaf where they have one; whoever is gone,
 * removed by a member. Nobody adds anybody else; and what changes the link does nothing beside.
 */
export const followedAs =
  (saying: Saying | null): IncomingMessageCallback =>
  (incoming) => {
    if (incoming.kind !== 'commit') return 'reject'
    const { proposals, senderLeafIndex } = incoming
    const comesByThemselves = senderLeafIndex === undefined
    const isFollowed = proposals.every(
      ({ proposal: { proposalType } }) =>
        proposalType === 'remove' || (proposalType === 'external_init' && comesByThemselves),
    )
    return isFollowed && proposals.length > 0 === (saying !== 'changes-link') ? 'accept' : 'reject'
  }

/** What a commit made of who is in the group. */
interface Removal {
  readonly before: ReadonlyMap<number, Stay>
  readonly after: ReadonlyMap<number, Stay>
  /** Whoever made it came by it. */
  readonly comesByThemselves: boolean
}

/**
 * Throws a GroupError where a commit removes whom nobody removes.
 *
 * @param isHere - Whether a stay is that of somebody who is in the room.
 */
export function requireRightRemoval(
  { before, after, comesByThemselves }: Removal,
  isHere: (stay: Stay) => boolean,
): void {
  const remaining = new Set(after.values())
  for (const stay of before.values()) {
    if (remaining.has(stay)) continue
    if (comesByThemselves) throw new GroupError('whoever comes removes nobody but themselves')
    if (isHere(stay)) throw new GroupError('somebody who is here would be removed')
  }
}
