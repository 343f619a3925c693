import type { Kdf } from 'ts-mls/crypto/kdf.js'
import { bytesOf } from '../../../envelope.ts'

/**
 * ts-mls derives, in each epoch, six secrets for each leaf that there could be, by which members would send each other messages (RFC
 * 9420 §9): most of what a change of a large group takes. All that is sent under a group of ours is keyed by its exporter, and no
 * such message is read. So random bytes stand in for them: should anybody ever send by one, nobody could read it.
 */

/** By what they are derived (RFC 9420 §9, §9.1). */
const LABELS = ['tree', 'handshake', 'application'].map((label) => bytesOf(`MLS 1.0 ${label}`))
/** A KDFLabel (RFC 9420 §8) begins with the length of what is derived in two bytes, and that of the label in one. */
const LABEL_AT = 3

const isForMessages = (info: Uint8Array): boolean =>
  LABELS.some(
    (label) => info[LABEL_AT - 1] === label.length && label.every((byte, at) => info[LABEL_AT + at] === byte),
  )

/** The same, but that it derives nothing for messages. */
export const withoutMessageSecrets = (kdf: Kdf): Kdf => ({
  ...kdf,
  expand: async (prk, info, length) =>
    isForMessages(info) ? crypto.getRandomValues(new Uint8Array(length)) : kdf.expand(prk, info, length),
})
