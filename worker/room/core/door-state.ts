import * as v from 'valibot'
import { SealedSecret } from '../../../protocol/page-edge/door.ts'
import { AddressHash } from '../../http/address-hash.ts'
import { LinkHash, OwnerHash, PasswordVerifier, WordsHash } from '../door/secrets.ts'

/** What stands between the room and whoever wants in; with an owner it outlives the empty room. */
export const Door = v.object({
  locked: v.boolean(),
  lobby: v.boolean(),
  password: v.nullable(PasswordVerifier),
  owner: v.nullable(OwnerHash),
  /** Of an encrypted room: what checks that somebody has its link (D11). */
  link: v.optional(v.nullable(LinkHash), null),
  /** Of an encrypted room: whether whoever is in it is to send their voice at a constant rate (K28). */
  constantRate: v.optional(v.boolean(), false),
})
export type Door = v.InferOutput<typeof Door>

/** What is kept for those who are told the words of an encrypted room (D12), while somebody is in it. */
export const KeptWords = v.object({
  /** By which the settings name them. */
  number: v.number(),
  hash: WordsHash,
  sealed: SealedSecret,
})

/** Whether an owned door is kept: `unmet` until two people met, `met` while the directory is asked. */
export const Keeping = v.variant('is', [
  v.object({ is: v.picklist(['not', 'kept']) }),
  /** By what the directory counts the owner's address; null until it said so. */
  v.object({ is: v.picklist(['unmet', 'met']), mark: v.nullable(AddressHash) }),
])

/** How many tries somebody's address had spent at some moment; they come back with time. */
export const Tries = v.object({ address: v.nullable(AddressHash), spent: v.number(), at: v.number() })
export type Tries = v.InferOutput<typeof Tries>
