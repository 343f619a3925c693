import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { randomBase64url, toBase64url } from '../../../protocol/base64url.ts'
import { type BrowserId, VoterId } from '../../../protocol/ids.ts'
import type { CreatorKey, LinkProof, PasswordProof, WordsProof } from '../../../protocol/page-edge/door.ts'
import { AddressHash, type AddressKey } from '../../http/address-hash.ts'

/** Secrets as a room keeps them: only what can check them, and nothing that could be used in their place. */

const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes'))

/** What checks a password: SHA-256 of a salt of its own and the proof, which was slow to make. */
export const PasswordVerifier = v.object({ salt: secret, hash: secret })
export type PasswordVerifier = v.InferOutput<typeof PasswordVerifier>

/** What checks the creator's key: its SHA-256, for 256 random bits need no salt. */
export const OwnerHash = v.pipe(secret, v.brand('OwnerHash'))
export type OwnerHash = v.InferOutput<typeof OwnerHash>

/** What checks that somebody has the link of an encrypted room: SHA-256 of the proof, which is as random as a key. */
export const LinkHash = v.pipe(secret, v.brand('LinkHash'))
export type LinkHash = v.InferOutput<typeof LinkHash>

/** What checks that somebody was told the words of an encrypted room: SHA-256 of the proof, which was slow to make. */
export const WordsHash = v.pipe(secret, v.brand('WordsHash'))
export type WordsHash = v.InferOutput<typeof WordsHash>

const hashed = (salt: string, proof: PasswordProof): string => toBase64url(sha256(utf8ToBytes(salt + proof)))

/** What a room keeps of a password from now on. */
export function verifierOf(proof: PasswordProof): PasswordVerifier {
  const salt = randomBase64url(32)
  return { salt, hash: hashed(salt, proof) }
}

/** Whether that is the proof of the password. */
export const isPassword = (proof: PasswordProof, { salt, hash }: PasswordVerifier): boolean =>
  sameDigest(hashed(salt, proof), hash)

/** What a room keeps of its creator's key. */
export const ownerHashOf = (key: CreatorKey): OwnerHash =>
  v.parse(OwnerHash, toBase64url(sha256(utf8ToBytes(key))))

/** Whether that is the creator's key. */
export const isOwner = (key: CreatorKey, owner: OwnerHash): boolean => sameDigest(ownerHashOf(key), owner)

/** What a room keeps of its link. */
export const linkHashOf = (proof: LinkProof): LinkHash =>
  v.parse(LinkHash, toBase64url(sha256(utf8ToBytes(proof))))

/** Whether that is the proof of the room's link. */
export const isLink = (proof: LinkProof, link: LinkHash): boolean => sameDigest(linkHashOf(proof), link)

/** What a room keeps of its words. */
export const wordsHashOf = (proof: WordsProof): WordsHash =>
  v.parse(WordsHash, toBase64url(sha256(utf8ToBytes(proof))))

/** Whether that is the proof of the room's words. */
export const areWords = (proof: WordsProof, words: WordsHash): boolean =>
  sameDigest(wordsHashOf(proof), words)

/** As `addressHashOf`, of one browser there. */
export const browserHashOf = (address: AddressHash | null, browser: BrowserId): AddressHash =>
  v.parse(AddressHash, toBase64url(sha256(utf8ToBytes(`${address ?? ''} ${browser}`))))

/** What that browser's votes are counted by in the room that has this key. */
export const voterOf = (browser: BrowserId, key: AddressKey): VoterId =>
  v.parse(VoterId, toBase64url(hmac(sha256, utf8ToBytes(key), utf8ToBytes(`voter ${browser}`))).slice(0, 22))

/** Takes as long wherever the two differ. */
function sameDigest(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let i = 0; i < one.length; i += 1) difference |= one.charCodeAt(i) ^ other.charCodeAt(i)
  return difference === 0
}
