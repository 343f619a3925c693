/** Why a commit was not followed, or a description not gone by. */
export class GroupError extends Error {
  override readonly name = 'GroupError'
}
