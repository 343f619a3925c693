import * as v from 'valibot'
import { MAX_PEERS_PER_ROOM, PAGE_REQUEST_TIMEOUT_MS } from '../limits.ts'
import type { Addressee } from './messages.ts'
import type { Permissions } from './permissions.ts'
import { leastBytesOf, type MessagePayload, sealedLengthOf, TO_ONE_BYTES } from './sealed.ts'

/** What latecomers get of a kind: that many of the last, the latest of each sender who is still there, or nothing. */
type Kept = number | 'latest' | 'none'

/**
 * How fast a person may send: so many messages at once, and so many a second for as long as they like; and how much those
 * may say, in UTF-16 code units. Everybody whom a message is for pays for it with their own line.
 */
export interface MessageRate {
  /** Of what is sealed, the edge knows how many bytes it is in UTF-8, and counts so many as one unit: one where all is ASCII, else three. */
  readonly bytesPerUnit: 1 | 3
  readonly burst: number
  readonly perSecond: number
  readonly lengthBurst: number
  readonly lengthPerSecond: number
}

/** People are slower than programs: at a page of text a second nobody reads. */
const TALKING: MessageRate = {
  burst: 15,
  perSecond: 2,
  lengthBurst: 120_000,
  lengthPerSecond: 4_000,
  bytesPerUnit: 3,
}
/** All of a pad at once (8 messages), and from then on what many fingers type. */
const NOTES: MessageRate = {
  burst: 15,
  perSecond: 2,
  lengthBurst: 480_000,
  lengthPerSecond: 24_000,
  bytesPerUnit: 1,
}
/** 5 MB in 25 s, for one person; what asks for the pieces counts as well. */
const FILES: MessageRate = {
  burst: 40,
  perSecond: 15,
  lengthBurst: 2_000_000,
  lengthPerSecond: 200_000,
  bytesPerUnit: 1,
}

interface KindRules {
  readonly kept: Kept
  readonly to: readonly Addressee['to'][]
  /** The longest payload, in UTF-16 code units; sealed it may be as much longer as that makes it. */
  readonly maxLength: number
  /** Kinds with the same rate share one budget. */
  readonly rate: MessageRate
  /** What moderators forbid participants together with it (A4); null where nothing does. */
  readonly governedBy: keyof Permissions | null
  /** Whether a message may stand for all the earlier ones of its kind up to one that it names. */
  readonly compacted?: true
  /** Whether a message says which browser of the room it comes from. */
  readonly byVoter?: true
}

const PERSON_OR_ALL = ['everyone', 'peer'] as const

/** Everything that people send each other, and what the edge holds each kind to. */
export const MESSAGE_KIND_RULES = {
  chat: {
    kept: 1_000,
    to: ['everyone', 'moderators', 'peer'],
    maxLength: 8_000,
    rate: TALKING,
    governedBy: 'chat',
  },
  reaction: { kept: 'none', to: ['everyone'], maxLength: 200, rate: TALKING, governedBy: null },
  hand: { kept: 'latest', to: ['everyone'], maxLength: 200, rate: TALKING, governedBy: null },
  file: { kept: 'none', to: ['peer'], maxLength: 48_000, rate: FILES, governedBy: 'chat' },
  poll: { kept: 100, to: ['everyone'], maxLength: 8_000, rate: TALKING, governedBy: 'chat' },
  vote: { kept: 5_000, to: PERSON_OR_ALL, maxLength: 1_000, rate: TALKING, governedBy: null, byVoter: true },
  notes: {
    kept: 500,
    to: ['everyone'],
    maxLength: 48_000,
    rate: NOTES,
    governedBy: 'chat',
    compacted: true,
  },
  recording: { kept: 'latest', to: ['everyone'], maxLength: 200, rate: TALKING, governedBy: null },
  consent: { kept: 'latest', to: PERSON_OR_ALL, maxLength: 1_000, rate: TALKING, governedBy: null },
} as const satisfies Record<string, KindRules>

export type MessageKind = keyof typeof MESSAGE_KIND_RULES
const MESSAGE_KINDS = Object.keys(MESSAGE_KIND_RULES) as MessageKind[]
export const MessageKind = v.picklist(MESSAGE_KINDS)

/** What the edge holds messages of that kind to. */
export const rulesOf = (kind: MessageKind): KindRules => MESSAGE_KIND_RULES[kind]

/** How much a payload counts as, in UTF-16 code units: of a sealed one, no more than it would as plain text (C5). */
export const countedLength = (kind: MessageKind, payload: MessagePayload): number =>
  typeof payload === 'string'
    ? payload.length
    : Math.ceil(leastBytesOf(payload.sealed) / rulesOf(kind).rate.bytesPerUnit)

/** Whether a payload is not too long for its kind. */
export function isShortEnough(kind: MessageKind, payload: MessagePayload): boolean {
  const { maxLength, rate } = rulesOf(kind)
  return typeof payload === 'string'
    ? payload.length <= maxLength
    : payload.sealed.length <= sealedLengthOf(maxLength * rate.bytesPerUnit + TO_ONE_BYTES)
}

/** How many sendings that are kept one person may have made, at most, before their page gives up the socket on which none is answered. */
export const MAX_UNANSWERED_SENDINGS = [
  ...new Set(MESSAGE_KINDS.filter((kind) => rulesOf(kind).kept !== 'none').map((kind) => rulesOf(kind).rate)),
].reduce((sum, { burst, perSecond }) => sum + burst + (perSecond * PAGE_REQUEST_TIMEOUT_MS) / 1_000, 0)

/** Sendings that a room knows again (C6): all that may be on their way, though everybody were cut off at once. */
export const MAX_KNOWN_SENDINGS = MAX_PEERS_PER_ROOM * MAX_UNANSWERED_SENDINGS
