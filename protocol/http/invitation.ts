import * as v from 'valibot'
import { fromBase64url, toBase64url } from '../base64url.ts'
import { ProtocolError } from '../errors.ts'
import { readJson, readWith } from '../reading.ts'
import { InvitationCode } from './lending.ts'

/** What an operator hands to a lender: where the edge is, and the code that enrols one node there. */
export const Invitation = v.object({
  edge: v.pipe(
    v.string(),
    v.url(),
    v.check((url) => /^https?:/.test(url), 'an http address'),
  ),
  code: InvitationCode,
})
export type Invitation = v.InferOutput<typeof Invitation>

/** An invitation as one word: its JSON in base64url. */
export const writeInvitation = (invitation: Invitation): string =>
  toBase64url(new TextEncoder().encode(JSON.stringify(invitation)))

/** Throws `bad-message` where that is no invitation, or not all of one. */
export function readInvitation(word: string): Invitation {
  return readWith(Invitation, readJson(decoded(word.trim())))
}

function decoded(word: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(word))
  } catch (cause) {
    throw new ProtocolError('bad-message', 'not base64url', { cause })
  }
}
