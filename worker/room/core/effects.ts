import type { ErrorCode, WireError } from '../../../protocol/errors.ts'
import type { NodeId, PeerId, SendId } from '../../../protocol/ids.ts'
import type { NodeOp } from '../../../protocol/node-requests.ts'
import type { LobbyNews, PageEvent } from '../../../protocol/page-events.ts'
import type { RelayedMessage } from '../../../protocol/relay.ts'
import type { RelayKind } from '../../../protocol/relay-kinds.ts'
import type { TurnLevel } from '../../../protocol/turn.ts'
import type { PlacementRequest } from '../../placement/placement-request.ts'
import type { AddressHash } from '../door/secrets.ts'
import type { Pending, RoomInput, Sending } from './inputs.ts'

/** What a room knows of whoever is to be placed; where they are is known to its shell. */
export type PlacementWish = Omit<PlacementRequest, 'hint'>

/** Whom an event is for: one person, or everybody with at most one exception. */
export type Audience = { readonly only: PeerId } | { readonly except: PeerId | null }

/** Everything that a room does to the world; its shell carries them out in order. */
export type RoomEffect =
  | { readonly do: 'answer'; readonly peer: PeerId; readonly request: number; readonly result: object }
  | { readonly do: 'refuse'; readonly peer: PeerId; readonly request: number; readonly error: WireError }
  /** An event with its number: kept for those who resume, sent to those of `audience` who are here. */
  | { readonly do: 'tell'; readonly seq: number; readonly audience: Audience; readonly event: PageEvent }
  /** Tells somebody who waits. */
  | { readonly do: 'tell-waiting'; readonly peer: PeerId; readonly news: LobbyNews }
  /** Answers a join with the events after `seq` that were for this person. */
  | { readonly do: 'replay'; readonly peer: PeerId; readonly request: number; readonly after: number }
  /** The socket that came as `from` belongs to `to`; a socket that `to` still has is closed as `replaced`. */
  | { readonly do: 'bind-socket'; readonly from: PeerId; readonly to: PeerId }
  /** The same join again, after so many ms, where its socket is still there. */
  | {
      readonly do: 'postpone-join'
      readonly forMs: number
      readonly join: Extract<RoomInput, { on: 'join' }>
    }
  /** Closes the socket: with an error's code, or as a normal end. */
  | { readonly do: 'close-socket'; readonly peer: PeerId; readonly code: ErrorCode | null }
  /** A message for latecomers; where it is for moderators, for these. */
  | {
      readonly do: 'keep-message'
      readonly message: RelayedMessage
      readonly moderators: readonly PeerId[]
    }
  /** What a sending became: it may come again. */
  | { readonly do: 'remember-send'; readonly once: SendId; readonly sending: Sending }
  /** That person's messages of that kind are no longer for latecomers. */
  | { readonly do: 'forget-messages'; readonly peer: PeerId; readonly kind: RelayKind }
  /** Messages of that kind up to that number are in another one by now. */
  | { readonly do: 'forget-messages-up-to'; readonly kind: RelayKind; readonly upTo: number }
  /** Answers with the kept messages after a number that are for this person. */
  | {
      readonly do: 'answer-history'
      readonly peer: PeerId
      readonly request: number
      readonly after: number
    }
  /** Asks the directory for a node: for one person, or for the room. */
  /** That person's page has to show that its socket lives. */
  | { readonly do: 'check-socket'; readonly peer: PeerId }
  /** The node has to show that it lives. */
  | { readonly do: 'suspect-node'; readonly node: NodeId }
  | { readonly do: 'place'; readonly peer: PeerId | null; readonly wish: PlacementWish }
  | {
      readonly do: 'ask-node'
      readonly node: NodeId
      readonly ops: readonly NodeOp[]
      readonly pending: Pending
    }
  /** Asks for TURN credentials of that person's own. */
  | { readonly do: 'grant-ice'; readonly peer: PeerId }
  /** Takes credentials back, where that can be done. */
  | { readonly do: 'revoke-ice'; readonly usernames: readonly string[] }
  /** What may go through TURN servers is something else now: for the operator. */
  | { readonly do: 'log-turn-level'; readonly level: TurnLevel; readonly bytes: number }
  /** The node is no longer needed: its router closes. */
  | { readonly do: 'release-node'; readonly node: NodeId }
  /** Asks the directory by what it counts the address of that person, who owns the room. */
  | { readonly do: 'mark-owner'; readonly peer: PeerId }
  /** Asks the directory whether the room's name may be kept for that address. */
  | { readonly do: 'keep-name'; readonly mark: AddressHash }
  /** Nobody is there any more to whom what was said would be known. */
  | { readonly do: 'forget-history' }
  /** Nothing is left of the room; or, where that is kept, only its door. */
  | { readonly do: 'erase'; readonly keepDoor: boolean }
