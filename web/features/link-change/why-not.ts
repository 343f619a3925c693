import { MAX_GROUP_PEERS } from '../../../protocol/limits.ts'
import type { RoomView } from '../../core/session/room-session.ts'
import type { FurtherWords } from '../../i18n/further-words.ts'

/** Why a moderator cannot change the link now, in words; null where they can. */
export function whyNotChange(
  { canChangeLink, linkKeysReason }: Pick<RoomView, 'canChangeLink' | 'linkKeysReason'>,
  { why }: FurtherWords['linkChange'],
): string | null {
  if (canChangeLink) return null
  const reason = linkKeysReason ?? 'beginning'
  return reason === 'crowd' ? why.crowd(MAX_GROUP_PEERS) : why[reason]
}
