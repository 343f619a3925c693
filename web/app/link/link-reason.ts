import type { ErrorCode } from '../../../protocol/errors.ts'

/**
 * Why one does not come in by the link that one has:
 * `damaged`: its secret was cut, or written wrongly;
 * `link-required`: the room is encrypted, and one has its name alone;
 * `wrong-link`: the room has another secret than the link;
 * `link-changed`: the room had that secret, and has another now, or will have in a moment;
 * `plain-room`: one typed a name, and under it is a room that is not encrypted;
 * `not-encrypted`: the link has a secret, and the room that is there has none.
 */
export type LinkReason =
  | 'damaged'
  | 'link-required'
  | 'wrong-link'
  | 'link-changed'
  | 'plain-room'
  | 'not-encrypted'

/**
 * The refusal, if it is one of the link.
 *
 * @param typed - Whether one typed the name, and our page made the secret: nobody gave one a link.
 */
export function linkReasonOf(refusal: ErrorCode | null, typed: boolean): LinkReason | null {
  switch (refusal) {
    case 'link-required':
      return 'link-required'
    case 'wrong-link':
      return typed ? 'link-required' : 'wrong-link'
    case 'link-changed':
      return 'link-changed'
    case 'not-encrypted':
      return typed ? 'plain-room' : 'not-encrypted'
    default:
      return null
  }
}
