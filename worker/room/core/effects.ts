import type { ErrorCode, WireError } from '../../../protocol/errors.ts'
import type { NodeId, PeerId, SendId } from '../../../protocol/ids.ts'
import type { TurnLevel } from '../../../protocol/media/turn.ts'
import type { NodeOp } from '../../../protocol/node-edge/requests.ts'
import type { LobbyEvent, PageEvent } from '../../../protocol/page-edge/events.ts'
import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { AddressHash } from '../../http/address-hash.ts'
import type { PlacementRequest } from '../../placement/placement-request.ts'
import type { InputOf, Pending, RoomInput, Sending } from './inputs.ts'

/** What a room knows of whoever is to be placed; where they are is known to its shell. */
export type PlacementWish = Omit<PlacementRequest, 'hint'>

/** Whom an event is for: one person, or everybody with at most one exception. */
export type Audience = { readonly only: PeerId } | { readonly except: PeerId | null }

/** What an effect asks with, and the inputs by one of which it comes back: the compiler refuses what is no input. */
interface Asks<What extends object, By extends RoomInput['on']> {
  readonly what: What
  readonly by: By
}

/** The effects that come back: something is asked, and what came of it is an input of a later step. */
interface Questions {
  /** Asks the directory for a node: for one person, or for the room. */
  readonly place: Asks<{ readonly peer: PeerId | null; readonly wish: PlacementWish }, 'placed'>
  /** Asks a node; `pending` is handed back with its answer, and says who goes on with it (`node-answers.ts`). */
  readonly 'ask-node': Asks<
    { readonly node: NodeId; readonly ops: readonly NodeOp[]; readonly pending: Pending },
    'node-answered' | 'node-failed'
  >
  /** The node has to show that it lives. Where it does, nothing comes back. */
  readonly 'suspect-node': Asks<{ readonly node: NodeId }, 'node-lost'>
  /** That person's page has to show that its socket lives. Where it does, nothing comes back. */
  readonly 'check-socket': Asks<{ readonly peer: PeerId }, 'socket-closed'>
  /** Asks for TURN credentials of that person's own. */
  readonly 'grant-ice': Asks<{ readonly peer: PeerId }, 'ice-granted' | 'ice-failed'>
  /** Asks the directory by what it counts the address of that person, who owns the room. */
  readonly 'mark-owner': Asks<{ readonly peer: PeerId }, 'owner-marked' | 'name-kept'>
  /** Asks the directory whether the room's name may be kept for that address. */
  readonly 'keep-name': Asks<{ readonly mark: AddressHash }, 'name-kept'>
  /** The same words, or the same join, again, after so many ms, where its socket is still there. */
  readonly 'postpone-claim': Asks<
    { readonly forMs: number; readonly claim: InputOf<'claim-secret'> },
    'claim-secret'
  >
  readonly 'postpone-join': Asks<{ readonly forMs: number; readonly join: InputOf<'join'> }, 'join'>
}

export type QuestionName = keyof Questions

type Question = {
  [Do in QuestionName]: { readonly do: Do } & Questions[Do]['what']
}[QuestionName]

/** The inputs by which an effect comes back. */
export type AnswerTo<Do extends QuestionName> = InputOf<Questions[Do]['by']>

/** The effects that are done, and that is that. */
type Order =
  | { readonly do: 'answer'; readonly peer: PeerId; readonly request: number; readonly result: object }
  | { readonly do: 'refuse'; readonly peer: PeerId; readonly request: number; readonly error: WireError }
  /** An event with its number: kept for those who resume, sent to those of `audience` who are here. */
  | { readonly do: 'tell'; readonly seq: number; readonly audience: Audience; readonly event: PageEvent }
  /** Tells somebody who waits. */
  | { readonly do: 'tell-waiting'; readonly peer: PeerId; readonly news: LobbyEvent }
  /** Answers a join with the events after `seq` that were for this person. */
  | { readonly do: 'replay'; readonly peer: PeerId; readonly request: number; readonly after: number }
  /** The socket that came as `from` belongs to `to`; a socket that `to` still has is closed as `replaced`. */
  | { readonly do: 'bind-socket'; readonly from: PeerId; readonly to: PeerId }
  /** Closes the socket: with an error's code, or as a normal end. */
  | { readonly do: 'close-socket'; readonly peer: PeerId; readonly code: ErrorCode | null }
  /** A message for latecomers; where it is for moderators, for these. */
  | {
      readonly do: 'keep-message'
      readonly message: RoomMessage
      readonly moderators: readonly PeerId[]
    }
  /** What a sending became: it may come again. */
  | { readonly do: 'remember-send'; readonly sendId: SendId; readonly sending: Sending }
  /** That person's messages of that kind are no longer for latecomers. */
  | { readonly do: 'forget-messages'; readonly peer: PeerId; readonly kind: MessageKind }
  /** Messages of that kind up to that number are in another one by now. */
  | { readonly do: 'forget-messages-up-to'; readonly kind: MessageKind; readonly upTo: number }
  /** Nobody is there any more to whom what was said would be known. */
  | { readonly do: 'forget-history' }
  /** Answers with the kept messages after a number that are for this person. */
  | {
      readonly do: 'answer-history'
      readonly peer: PeerId
      readonly request: number
      readonly after: number
    }
  /** Takes credentials back, where that can be done. */
  | { readonly do: 'revoke-ice'; readonly usernames: readonly string[] }
  /** What may go through TURN servers is something else now: for the operator. */
  | { readonly do: 'log-turn-level'; readonly level: TurnLevel; readonly bytes: number }
  /** The node is no longer needed: its router closes. */
  | { readonly do: 'release-node'; readonly node: NodeId }
  /** Nothing is left of the room; or, where that is kept, only its door. */
  | { readonly do: 'erase'; readonly keepDoor: boolean }

/** Everything that a room does to the world; its shell runs them in order. */
export type RoomEffect = Order | Question

/** An effect of that name. */
export type EffectOf<Do extends RoomEffect['do']> = Extract<RoomEffect, { readonly do: Do }>
