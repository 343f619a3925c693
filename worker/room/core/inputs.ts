import type { WireError } from '../../../protocol/errors.ts'
import type { LenderInfo } from '../../../protocol/http/lender.ts'
import type { NodeId, PeerId, PipeId, ProducerId, ResumeToken } from '../../../protocol/ids.ts'
import type { TurnLevel } from '../../../protocol/media/turn.ts'
import type { HeardPage, TurnCount } from '../../../protocol/node-edge/events.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { Ticket } from '../../../protocol/page-edge/door.ts'
import type { PageParams, PageRequest } from '../../../protocol/page-edge/requests.ts'
import type { AddressHash, AddressKey } from '../../http/address-hash.ts'
import type { IceGrant } from '../../turn/turn-provider.ts'
import type { PasswordVerifier } from '../door/secrets.ts'

/**
 * A request other than `join` and `claim-secret`, which come from somebody who is not in the room yet, and `set-password`, which
 * has an input of its own.
 */
export type MemberRequest = Exclude<PageRequest, { name: 'join' | 'claim-secret' | 'set-password' }>

/** What a room does when the node has answered: plain data, given with the question and handed back with the answer. */
export type Pending =
  | { readonly to: 'open-media'; readonly peer: PeerId; readonly generation: number }
  | {
      readonly to: 'announce-producer'
      readonly peer: PeerId
      readonly producer: ProducerId
      readonly request: number
    }
  /** One end of a pipe was opened. */
  | { readonly to: 'pipe-end-opened'; readonly pipe: PipeId; readonly node: NodeId }
  /** A producer leaves one node, and then arrives at the other. */
  | {
      readonly to: 'piped-producer-sent'
      readonly pipe: PipeId
      readonly producer: ProducerId
      readonly node: NodeId
    }
  | {
      readonly to: 'piped-producer-ready'
      readonly pipe: PipeId
      readonly producer: ProducerId
      readonly node: NodeId
    }
  /** Somebody is given what came to their node while their session began. */
  | { readonly to: 'catch-up'; readonly peer: PeerId; readonly generation: number }
  | { readonly to: 'answer'; readonly peer: PeerId; readonly request: number }
  | { readonly to: 'note' }

/** The message that a sending became. */
export interface Sending {
  readonly id: number
  /** When the edge took it (ms since the epoch). */
  readonly at: number
}

/** An input of one of these names. */
export type InputOf<On extends RoomInput['on']> = Extract<RoomInput, { readonly on: On }>

/** Everything that can happen to a room. */
export type RoomInput =
  /** `peer`, `token` and `ticket` are fresh: they serve where this is nobody who resumes, or waits already. */
  | {
      readonly on: 'join'
      readonly peer: PeerId
      readonly token: ResumeToken
      readonly ticket: Ticket
      /** Where they come from, hashed with that key, which is the room's from then on. */
      readonly address: AddressHash | null
      /** The same of their IPv6 site (/48); null where they come from an IPv4 address. */
      readonly site: AddressHash | null
      /** Whether their password had to wait for its turn, and has it now. */
      readonly waited: boolean
      readonly addressKey: AddressKey
      /** All events after that number are kept for those who resume. */
      readonly heldAfter: number
      readonly request: number
      readonly params: PageParams<'join'>
    }
  /** Somebody at the door says the words of an encrypted room; from where they come as with `join`. */
  | {
      readonly on: 'claim-secret'
      readonly peer: PeerId
      readonly address: AddressHash | null
      readonly site: AddressHash | null
      /** Whether the words had to wait for their turn, and have it now. */
      readonly waited: boolean
      readonly addressKey: AddressKey
      readonly request: number
      readonly params: PageParams<'claim-secret'>
    }
  | {
      readonly on: 'request'
      readonly peer: PeerId
      readonly request: number
      readonly asked: MemberRequest
      /** What this sending became when it came before; null where it did not. */
      readonly known: Sending | null
    }
  /** Salted and hashed already: the room never sees the proof that its moderators choose. */
  | {
      readonly on: 'set-password'
      readonly peer: PeerId
      readonly request: number
      readonly password: PasswordVerifier | null
    }
  | {
      readonly on: 'socket-closed'
      readonly peer: PeerId
      readonly goingAway: boolean
      /** When it last gave a sign of life, where it was closed for giving none (ms since the epoch). */
      readonly heardAt?: number
    }
  | {
      readonly on: 'placed'
      readonly peer: PeerId | null
      readonly node: NodeId | null
      /** Who lends it; null for the operator's own. */
      readonly lender: LenderInfo | null
    }
  | { readonly on: 'node-answered'; readonly pending: Pending; readonly outcomes: readonly NodeOutcome[] }
  | {
      readonly on: 'node-failed'
      readonly node: NodeId
      readonly pending: Pending
      readonly error: WireError
    }
  | { readonly on: 'ice-granted'; readonly peer: PeerId; readonly grant: IceGrant }
  /** By what the directory counts the address of whoever owns the room. */
  | { readonly on: 'owner-marked'; readonly mark: AddressHash }
  /** Whether the directory has the room's name kept. */
  | { readonly on: 'name-kept'; readonly kept: boolean }
  /** There are no TURN credentials to be had now. */
  | { readonly on: 'ice-failed'; readonly peer: PeerId }
  /** A node has counted what went through TURN servers, of which the operator allows so many bytes. */
  | {
      readonly on: 'turn-counted'
      readonly node: NodeId
      readonly counted: TurnCount
      readonly budget: number | null
    }
  /** What the budget of all rooms lets through this month, and how many bytes the operator allows of this one. */
  | { readonly on: 'turn-level-set'; readonly month: TurnLevel; readonly budget: number | null }
  /** The room's routers on that node are gone: the node itself, or the mediasoup worker that held them. */
  | { readonly on: 'node-lost'; readonly node: NodeId }
  /** That node hears nothing of the other end of the pipe. */
  | { readonly on: 'pipe-silent'; readonly node: NodeId; readonly pipe: PipeId }
  /** That node hears nothing of these pages any more, or hears them again. */
  | {
      readonly on: 'pages-heard'
      readonly node: NodeId
      readonly pages: readonly Omit<HeardPage, 'room'>[]
    }
  /** That node is about to go: whom it carries has to be carried elsewhere first. */
  | { readonly on: 'node-draining'; readonly node: NodeId }
  | { readonly on: 'node-available' }
  | { readonly on: 'alarm' }
  /** The object was loaded from its storage; these people's sockets are still open. */
  | { readonly on: 'woke'; readonly connected: ReadonlySet<PeerId> }
