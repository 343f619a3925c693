import type { ErrorCode } from '../../../protocol/errors.ts'
import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import type { PageParams, PageRequest } from '../../../protocol/page-edge/requests.ts'

/**
 * Who may ask for what, as PROTOCOL.md has it: data, of which the tests of the pure room, those over real sockets, and the
 * table in PROTOCOL.md are made.
 */

/** Those in the room. A participant whose permissions were taken is one in a room that is `forbidden`. */
export const INSIDE = ['participant', 'moderator', 'owner'] as const
/** A socket that is nobody’s yet, one in the lobby, one let in from there, somebody who said good-bye, and who was put out. */
const OUTSIDE = ['stranger', 'waiting', 'admitted', 'gone', 'removed'] as const
export const ROLES = [...INSIDE, ...OUTSIDE] as const
export type Role = (typeof ROLES)[number]
export type OutsideRole = (typeof OUTSIDE)[number]

/**
 * How the room is: `forbidden` is without any permission for participants, `shut` is all of locked, password, lobby and
 * forbidden, `nodeless` is carried by no node, `encrypted` is entered by its link alone, and `ended` was left by all, and forgot them.
 */
export const STATES = [
  'open',
  'locked',
  'password',
  'lobby',
  'forbidden',
  'shut',
  'nodeless',
  'encrypted',
  'ended',
] as const
export type State = (typeof STATES)[number]

/** What comes of a request: it is done, its sender waits in the lobby, or it is refused with that code. */
export type Outcome = 'granted' | 'waiting' | ErrorCode

/** The people and things that a request can be about. */
export interface Cast {
  /** Who asks. */
  readonly actor: PeerId
  readonly owner: PeerId
  /** Another moderator than the owner. */
  readonly moderator: PeerId
  /** A participant whose microphone is on, and whose hand is up. */
  readonly other: PeerId
  /** Who waits in the lobby, where there is one; else nobody has that id. */
  readonly knocker: PeerId
  readonly nobody: PeerId
  /** The microphones of who asks, and of `other`. */
  readonly ownVoice: ProducerId
  readonly otherVoice: ProducerId
  /** What tells in a join who asks: the id of their browser. */
  readonly brings: Partial<PageParams<'join'>>
}

/** One thing that can be asked for, and what comes of it. */
export interface Right {
  /** What, in PROTOCOL.md’s words, and the rules that say so. */
  readonly what: string
  readonly rules: string
  /** What is asked before, by the same person, to be where this can be asked. */
  readonly first?: (cast: Cast) => readonly PageRequest[]
  readonly ask: (cast: Cast) => PageRequest
  /** What comes of it in an open room for a participant, a moderator, the owner. */
  readonly inside: readonly [participant: Outcome, moderator: Outcome, owner: Outcome]
  /** Where a room’s state has something else come of it. */
  readonly otherwise?: Partial<Record<State, Partial<Record<Role, Outcome>>>>
  /** What comes of it outside; `not-joined` where it is not said (A3). */
  readonly outside?: (role: OutsideRole, state: State) => Outcome
  /** Whether the room holds it, and not only the shell that knows what came by which socket. */
  readonly insideIsOfShell?: true
  /** Whether it is said as in the other kind of room: plain where all is sealed, and sealed where nothing is (K3). */
  readonly unlike?: true
  /** Where it was granted, the cast is not as it was. */
  readonly spends?: true
}

/** Nobody waits where there is no lobby, and everybody is outside of a room that has ended. */
export const isThere = (role: Role, state: State): boolean =>
  role !== 'waiting' || state === 'lobby' || state === 'shut'

const isInside = (role: Role): role is (typeof INSIDE)[number] => INSIDE.some((one) => one === role)

/** What comes of it. */
export function outcomeOf(right: Right, role: Role, state: State): Outcome {
  if (!isInside(role)) return right.outside?.(role, state) ?? 'not-joined'
  if (state === 'ended') return right.outside?.('gone', state) ?? 'not-joined'
  return right.otherwise?.[state]?.[role] ?? right.inside[INSIDE.indexOf(role)] ?? 'not-joined'
}
