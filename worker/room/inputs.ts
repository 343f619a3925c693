import type { WireError } from '../../protocol/errors.ts'
import type { NodeId, PeerId, ProducerId, ResumeToken } from '../../protocol/ids.ts'
import type { NodeOutcome } from '../../protocol/node-requests.ts'
import type { PageParams, PageRequest } from '../../protocol/page-requests.ts'

/** A request other than `join`, which comes from somebody who is not in the room yet. */
export type MemberRequest = Exclude<PageRequest, { name: 'join' }>

/** What a room does when the node has answered: plain data, given with the question and handed back with the answer. */
export type Pending =
  | { readonly to: 'open-media'; readonly peer: PeerId; readonly generation: number }
  | {
      readonly to: 'announce-producer'
      readonly peer: PeerId
      readonly producer: ProducerId
      readonly request: number
    }
  | { readonly to: 'answer'; readonly peer: PeerId; readonly request: number }
  | { readonly to: 'note' }

/** Everything that can happen to a room. */
export type RoomInput =
  /** `peer` and `token` are fresh: they serve where this is nobody who resumes. */
  | {
      readonly on: 'join'
      readonly peer: PeerId
      readonly token: ResumeToken
      readonly request: number
      readonly params: PageParams<'join'>
    }
  | { readonly on: 'request'; readonly peer: PeerId; readonly request: number; readonly asked: MemberRequest }
  | { readonly on: 'socket-closed'; readonly peer: PeerId; readonly goingAway: boolean }
  | { readonly on: 'placed'; readonly node: NodeId | null }
  | { readonly on: 'node-answered'; readonly pending: Pending; readonly outcomes: readonly NodeOutcome[] }
  | {
      readonly on: 'node-failed'
      readonly node: NodeId
      readonly pending: Pending
      readonly error: WireError
    }
  /** The room's routers on that node are gone: the node itself, or the mediasoup worker that held them. */
  | { readonly on: 'media-lost'; readonly node: NodeId }
  | { readonly on: 'node-available' }
  | { readonly on: 'alarm' }
  /** The object was loaded from its storage; these people's sockets are still open. */
  | { readonly on: 'woke'; readonly connected: ReadonlySet<PeerId> }
