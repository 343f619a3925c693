/** Why a commit was not followed, or a description not gone by. */
export class GroupError extends Error {
  override readonly name = 'GroupError'
}

/** Nobody but oneself is in the group that one would come into again. */
export class NobodyInGroupError extends GroupError {}
