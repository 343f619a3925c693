import type { CiphersuiteImpl, GroupInfo } from 'ts-mls'
import { validateRatchetTree } from 'ts-mls/clientState.js'
import type { Stay } from '../../stay.ts'
import { GroupError } from '../group-error.ts'
import { requireBoundedInfo, treeIn } from './bounds.ts'
import { CONFIG } from './client-config.ts'
import { membersOf, nameOf } from './leaves.ts'
import { decodeCommit, decodeGroupInfo } from './mls-message.ts'
import { SUITE } from './suite/suite.ts'

/** What those read of a group who are not in it: whoever has the link can have made it. */

/** Reads what newcomers start from. Throws a GroupError where it is of another room or suite, or more than pages make. */
export function readDescription(room: string, groupInfo: Uint8Array): GroupInfo {
  const description = decodeGroupInfo(groupInfo)
  const { cipherSuite, groupId } = description.groupContext
  if (cipherSuite !== SUITE.name || new TextDecoder().decode(groupId) !== room) {
    throw new GroupError('the description of another group')
  }
  requireBoundedInfo(description)
  return description
}

/** Who is in the group, as its description says. */
export const membersDescribed = (description: GroupInfo): ReadonlySet<Stay> =>
  new Set(membersOf(treeIn(description)).values())

/**
 * Verifies the tree of a group ahead of `Group.join`, which does it again and finds what is wrong with it: with a suite that
 * remembers what it verified, that takes a moment then.
 */
export async function lookThrough(description: GroupInfo, suite: CiphersuiteImpl): Promise<void> {
  const { groupContext } = description
  const { lifetimeConfig, authService } = CONFIG
  const tree = treeIn(description)
  try {
    await validateRatchetTree(tree, groupContext, lifetimeConfig, authService, groupContext.treeHash, suite)
  } catch (error) {
    console.warn('group:', error)
  }
}

/**
 * Who comes by a commit, as it says: nobody has checked it. Null where a member made it. Throws a GroupError where it is no
 * commit.
 */
export function comerBy(commit: Uint8Array): Stay | null {
  const { content } = decodeCommit(commit)
  if (content.contentType !== 'commit' || content.sender.senderType !== 'new_member_commit') return null
  const { path } = content.commit
  return path === undefined ? null : nameOf(path.leafNode)
}
