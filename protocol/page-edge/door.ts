import * as v from 'valibot'
import { randomBase64url } from '../base64url.ts'
import { PeerId } from '../ids.ts'
import { PASSWORD_ITERATIONS, WORDS_ITERATIONS } from '../limits.ts'
import { PersonName } from './sealed.ts'

/** What the door of a room is opened with: a password, a creator's key, or the ticket of somebody who waits. */

/** 32 bytes in base64url (RFC 4648 §5), without padding. */
const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'a secret of 32 bytes'))

/**
 * What proves that one knows the room's password: PBKDF2-HMAC-SHA-256 (RFC 8018 §5.2) of it, made by the page
 * (`passwordDerivation`), so that the edge never sees the password itself.
 */
export const PasswordProof = v.pipe(secret, v.brand('PasswordProof'))
export type PasswordProof = v.InferOutput<typeof PasswordProof>

/**
 * What proves that one has the link of an encrypted room (D11): 32 bytes that the page derives from the link's secret, which the
 * edge never sees. The edge keeps its SHA-256.
 */
export const LinkProof = v.pipe(secret, v.brand('LinkProof'))
export type LinkProof = v.InferOutput<typeof LinkProof>

/**
 * What proves that one was told the six words of an encrypted room (D12): derived from them as its key is, and telling nothing of
 * that. The edge keeps its SHA-256.
 */
export const WordsProof = v.pipe(secret, v.brand('WordsProof'))
export type WordsProof = v.InferOutput<typeof WordsProof>

/**
 * The secret of an encrypted room's link under a key from its six words (D12): AES-256-GCM, base64url(nonce of 12 bytes ‖ 16 bytes
 * ‖ tag of 16).
 */
export const SealedSecret = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{59}$/, 'a sealed secret'),
  v.brand('SealedSecret'),
)
export type SealedSecret = v.InferOutput<typeof SealedSecret>

/** What a room keeps for those who are told its words. */
export const SpokenWords = v.object({ proof: WordsProof, sealed: SealedSecret })
export type SpokenWords = v.InferOutput<typeof SpokenWords>

/** Whoever brings the key that a room was opened with is its creator, also after the room was empty. */
export const CreatorKey = v.pipe(secret, v.brand('CreatorKey'))
export type CreatorKey = v.InferOutput<typeof CreatorKey>

/** Keeps a place in the lobby, and lets in whoever a moderator let in. */
export const Ticket = v.pipe(secret, v.brand('Ticket'))
export type Ticket = v.InferOutput<typeof Ticket>

export const newTicket = (): Ticket => v.parse(Ticket, randomBase64url(32))

/** Somebody who waits in the lobby, as moderators see them. */
export const Knock = v.object({
  /** Becomes the person's id once they are in. */
  id: PeerId,
  name: PersonName,
  /** Since when they wait (ms since the epoch). */
  at: v.number(),
})
export type Knock = v.InferOutput<typeof Knock>

/** How a proof is derived from the password: parameters of PBKDF2, and the salt, which is the room's. */
export const passwordDerivation = (room: string) =>
  ({ hash: 'SHA-256', salt: `essaim ${room}`, iterations: PASSWORD_ITERATIONS, bytes: 32 }) as const

/** The same of a room's six words, from which its key and its proof come (D12): with a salt of their own. */
export const wordsDerivation = (room: string) =>
  ({ hash: 'SHA-256', salt: `essaim words ${room}`, iterations: WORDS_ITERATIONS, bytes: 32 }) as const
