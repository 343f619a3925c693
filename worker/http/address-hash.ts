import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { randomBase64url, toBase64url } from '../../protocol/base64url.ts'

/** Where somebody comes from, as rooms and the directory keep it: nobody can tell the address from what is kept. */

const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes'))

/** The key with which one of them hashes addresses. */
export const AddressKey = v.pipe(secret, v.brand('AddressKey'))
export type AddressKey = v.InferOutput<typeof AddressKey>

/** Enough to tell whether it is the same place, for whoever has the key alone. */
export const AddressHash = v.pipe(secret, v.brand('AddressHash'))
export type AddressHash = v.InferOutput<typeof AddressHash>

export const newAddressKey = (): AddressKey => v.parse(AddressKey, randomBase64url(32))

/** @param network - As `networkOf` or `siteOf` has it. */
export const addressHashOf = (network: string, key: AddressKey): AddressHash =>
  v.parse(AddressHash, toBase64url(hmac(sha256, utf8ToBytes(key), utf8ToBytes(network))))
