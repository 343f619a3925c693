import { COMMIT_MESSAGE_MAX_BYTES, PAGE_MESSAGE_MAX_BYTES } from '../../../protocol/limits.ts'
import type { PageRequestName } from '../../../protocol/page-edge/requests.ts'
import { textMessage } from '../../websocket/text-message.ts'

/** How a `commit` begins, as pages write it: what is longer than other messages is measured before it is read. */
const COMMIT_HEAD = /^\{"id":\d{1,16},"request":"commit",/

/**
 * A page's message as text, of no more bytes than it may have (G2). Throws `bad-message` or `message-too-large`.
 *
 * @param mayCommit - Whether its page is in an encrypted room.
 */
export function pageMessage(message: string | ArrayBuffer, mayCommit: boolean): string {
  const isCommit = mayCommit && typeof message === 'string' && COMMIT_HEAD.test(message)
  return textMessage(message, isCommit ? COMMIT_MESSAGE_MAX_BYTES : PAGE_MESSAGE_MAX_BYTES)
}

/** What began as a commit and then named another request is as long as that may be. Throws `message-too-large`. */
export function requireFitting(text: string, name: PageRequestName): void {
  if (name !== 'commit') textMessage(text, PAGE_MESSAGE_MAX_BYTES)
}
