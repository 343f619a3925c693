import type { IncomingMessageCallback, PublicMessage } from 'ts-mls'
import type { Stay } from '../../stay.ts'
import { GroupError } from '../group-error.ts'

/** Which commits are followed (PROTOCOL.md, K33): what people of a room do with its group, and nothing else. */

/** What a commit says beside what it does (RFC 9420 §6.1, authenticated_data): from its epoch on, messages have another key. */
const ROTATES = 1

/** What a commit says beside what it does. */
export const authenticatedDataOf = (rotates: boolean): Uint8Array =>
  rotates ? Uint8Array.of(ROTATES) : new Uint8Array()

/** Reads what a commit says beside what it does; only a member says anything. Throws a GroupError. */
export function doesRotate({ content: { authenticatedData, sender } }: PublicMessage): boolean {
  if (authenticatedData.length === 0) return false
  const isKnown = authenticatedData.length === 1 && authenticatedData[0] === ROTATES
  if (!isKnown || sender.senderType !== 'member') throw new GroupError('a commit that says something else')
  return true
}

/**
 * What is followed: whoever comes, by themselves, in the place of their own former leaf where they have one; whoever is gone,
 * removed by a member. Nobody adds anybody else.
 */
export const followed: IncomingMessageCallback = (incoming) => {
  if (incoming.kind !== 'commit') return 'reject'
  const comesByThemselves = incoming.senderLeafIndex === undefined
  const isFollowed = incoming.proposals.every(
    ({ proposal: { proposalType } }) =>
      proposalType === 'remove' || (proposalType === 'external_init' && comesByThemselves),
  )
  return isFollowed && incoming.proposals.length > 0 ? 'accept' : 'reject'
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
