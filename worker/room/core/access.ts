import type { ErrorCode } from '../../../protocol/errors.ts'
import { MAX_KNOCKS, MAX_PEERS_PER_ROOM, MAX_PRODUCERS_PER_PEER } from '../../../protocol/limits.ts'
import { type MediaSource, PERMISSION_OF_SOURCE } from '../../../protocol/media/session.ts'
import { type MessageKind, rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import type { Permissions } from '../../../protocol/page-edge/permissions.ts'
import type { Role } from '../../../protocol/page-edge/roster.ts'

/** Somebody who is not in the room yet has no role in it. */
export type Actor = Role | 'outsider'

/**
 * What somebody brings of an encrypted room's link; `unknown` where the room is not encrypted, and they think that it is. Where the
 * link was changed, and the room knows them: `to-follow` if they get all that they missed, and the change with it, else `former`.
 */
export type BroughtLink = 'not-needed' | 'missing' | 'wrong' | 'right' | 'unknown' | 'to-follow' | 'former'

/** Somebody at the door, once their link let them so far: what else they bring, as far as it could be checked. */
export interface Newcomer {
  /** They brought the key of the room's creator. */
  readonly creator: boolean
  /** They were put out before. */
  readonly removed: boolean
  /** A moderator is about to change the room's link, and theirs is the former one. */
  readonly linkAwaited: boolean
  readonly password: 'not-needed' | 'missing' | 'wrong' | 'right'
  /** Whether they may be wrong once more. */
  readonly triesLeft: boolean
  /** When the password is looked at: later, or never, where too many were wrong lately. */
  readonly passwordCheck: 'now' | 'later' | 'never'
  /** Whether their address may knock once more. */
  readonly mayKnock: boolean
  /** Whether they wait in the lobby, or were let in from there. */
  readonly ticket: 'none' | 'waiting' | 'admitted'
}

/** Somebody before the door who says the words of an encrypted room. */
interface Claimant extends Pick<Newcomer, 'triesLeft'> {
  /** `wrong` also where the room has none. */
  readonly words: 'wrong' | 'right'
  /** When they are looked at, as passwords are. */
  readonly wordsCheck: Newcomer['passwordCheck']
}

/** What somebody wants to do. `own` says whether it is to oneself, `creator` whether it is to the room's creator. */
export type Action =
  | ({ readonly do: 'join' } & Newcomer)
  | ({ readonly do: 'claim-secret' } & Claimant)
  | { readonly do: 'produce' | 'unmute'; readonly source: MediaSource }
  | { readonly do: 'send-message'; readonly kind: MessageKind }
  | { readonly do: 'clear-message'; readonly own: boolean }
  | { readonly do: 'demote' | 'remove-peer'; readonly creator: boolean }
  | {
      readonly do:
        | 'set-locked'
        | 'set-lobby'
        | 'set-password'
        | 'set-spoken-words'
        | 'change-link'
        | 'admit'
        | 'deny'
    }
  | { readonly do: 'set-constant-rate' | 'set-permission' | 'promote' | 'stop-source' | 'ask-unmute' }

/** What rights depend on. `producers` counts the actor's own. */
export interface Circumstances {
  readonly locked: boolean
  readonly lobby: boolean
  readonly permissions: Permissions
  readonly people: number
  /** Those in the lobby. */
  readonly waiting: number
  readonly producers: number
}

/** What somebody who is in the room wants to do. */
export type MemberAction = Exclude<Action, { do: 'join' | 'claim-secret' }>

/** Granted, or the code that says why not. */
export type Verdict = 'granted' | ErrorCode

/** Every right in a room is decided here, at the edge; the page only mirrors it. */
export function can(actor: Actor, action: MemberAction, room: Circumstances): Verdict
/** Whoever says words may also have to wait for their turn. */
export function can(
  actor: Actor,
  action: Extract<Action, { do: 'claim-secret' }>,
  room: Circumstances,
): Verdict | 'later'
/** Whoever wants to join may also have to wait: for a moderator, or for the turn of their password. */
export function can(actor: Actor, action: Action, room: Circumstances): Verdict | 'waiting' | 'later'
export function can(actor: Actor, action: Action, room: Circumstances): Verdict | 'waiting' | 'later' {
  if (action.do === 'join') return mayJoin(actor, action, room)
  if (action.do === 'claim-secret') return mayClaim(actor, action)
  if (actor === 'outsider') return 'not-joined'
  switch (action.do) {
    case 'produce':
      return grant(room.producers < MAX_PRODUCERS_PER_PEER && maySound(actor, action.source, room))
    case 'unmute':
      return grant(maySound(actor, action.source, room))
    case 'send-message':
      return grant(maySend(actor, action.kind, room))
    case 'clear-message':
      return grant(actor === 'moderator' || action.own)
    case 'demote':
    case 'remove-peer':
      return grant(actor === 'moderator' && !action.creator)
    case 'set-locked':
    case 'set-lobby':
    case 'set-password':
    case 'set-spoken-words':
    case 'set-constant-rate':
    case 'change-link':
    case 'admit':
    case 'deny':
    case 'set-permission':
    case 'promote':
    case 'stop-source':
    case 'ask-unmute':
      return grant(actor === 'moderator')
    default:
      return action satisfies never
  }
}

const grant = (granted: boolean): Verdict => (granted ? 'granted' : 'not-allowed')

const maySound = (actor: Role, source: MediaSource, room: Circumstances): boolean =>
  actor === 'moderator' || room.permissions[PERMISSION_OF_SOURCE[source]]

function maySend(actor: Role, kind: MessageKind, room: Circumstances): boolean {
  const { governedBy } = rulesOf(kind)
  return actor === 'moderator' || governedBy === null || room.permissions[governedBy]
}

/**
 * Why somebody does not get as far as the rest of the door, also to come back; null where they do: the link comes before all else.
 * Nobody comes into an encrypted room without its link, as nobody there could hear or read them. A wrong link costs a try; the
 * right one needs none, for nobody guesses it.
 */
export function whyNotByLink(link: BroughtLink, triesLeft: boolean): ErrorCode | null {
  switch (link) {
    case 'not-needed':
    case 'right':
    case 'to-follow':
      return null
    case 'missing':
      return 'link-required'
    case 'unknown':
      return 'not-encrypted'
    case 'former':
      return 'link-changed'
    case 'wrong':
      return triesLeft ? 'wrong-link' : 'too-many-tries'
    default:
      return link satisfies never
  }
}

/** What was wrong too often is not looked at, right or wrong; and that a room has no words is as if they were wrong. */
function mayClaim(actor: Actor, { words, wordsCheck, triesLeft }: Claimant): Verdict | 'later' {
  if (actor !== 'outsider') return 'already-joined'
  if (!triesLeft || wordsCheck === 'never') return 'too-many-tries'
  if (wordsCheck === 'later') return 'later'
  return words === 'right' ? 'granted' : 'wrong-words'
}

/** The password comes before everything that tells of the room; a moderator's yes opens every lock. */
function mayJoin(actor: Actor, who: Newcomer, room: Circumstances): Verdict | 'waiting' | 'later' {
  if (actor !== 'outsider') return 'already-joined'
  const unlessFull = room.people < MAX_PEERS_PER_ROOM ? 'granted' : 'room-full'
  if (who.removed && !who.creator) return 'removed'
  if (who.linkAwaited) return 'link-changed'
  if (who.creator) return unlessFull
  if (who.ticket === 'admitted') return unlessFull
  if (who.ticket === 'waiting') return 'waiting'
  if (who.password === 'missing') return 'password-required'
  if (who.password !== 'not-needed') {
    if (!who.triesLeft || who.passwordCheck === 'never') return 'too-many-tries'
    if (who.passwordCheck === 'later') return 'later'
  }
  if (who.password === 'wrong') return 'wrong-password'
  if (room.locked) return 'room-locked'
  if (!room.lobby) return unlessFull
  if (!who.mayKnock) return 'too-many-tries'
  return room.waiting < MAX_KNOCKS ? 'waiting' : 'room-full'
}
