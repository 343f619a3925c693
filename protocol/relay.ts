import * as v from 'valibot'
import { DisplayName } from './display-name.ts'
import { PeerId } from './ids.ts'
import { RELAY_PAYLOAD_MAX_LENGTH } from './limits.ts'

/**
 * What people send each other: one mechanism for all of it. The envelope holds what the edge must know to enforce a
 * right (kind, sender, addressees, size); the payload is opaque to it, and can be sealed without touching a feature.
 */

/**
 * The kinds, and what latecomers get of each while the room lives: `all` of them, the `latest` of each sender who is
 * still there, or `none`.
 */
export const KEPT_OF_KIND = {
  chat: 'all',
  reaction: 'none',
  hand: 'latest',
} as const

export type RelayKind = keyof typeof KEPT_OF_KIND
const RELAY_KINDS = Object.keys(KEPT_OF_KIND) as RelayKind[]
export const RelayKind = v.picklist(RELAY_KINDS)

/** Whom it is for. */
export const Addressee = v.variant('to', [
  v.object({ to: v.literal('everyone') }),
  v.object({ to: v.literal('moderators') }),
  v.object({ to: v.literal('peer'), peer: PeerId }),
])
export type Addressee = v.InferOutput<typeof Addressee>

/** UTF-16 code units; what they mean is the page's business. */
export const RelayPayload = v.pipe(v.string(), v.maxLength(RELAY_PAYLOAD_MAX_LENGTH))

/** A message as it arrives. Ids only grow, and order the room's messages. */
export const RelayedMessage = v.object({
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  from: PeerId,
  /** The sender's name, for those who read it when the sender has left. */
  name: DisplayName,
  kind: RelayKind,
  addressee: Addressee,
  /** When the edge took it (ms since the epoch). */
  at: v.number(),
  payload: RelayPayload,
})
export type RelayedMessage = v.InferOutput<typeof RelayedMessage>
