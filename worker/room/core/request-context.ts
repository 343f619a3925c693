import type { ErrorCode } from '../../../protocol/errors.ts'
import { can, type MemberAction } from './access.ts'
import type { RoomDraft } from './draft.ts'
import type { Sending } from './inputs.ts'
import type { PeerState } from './peer-state.ts'
import { circumstances } from './queries.ts'

/** Somebody in the room asks for something: who, in which draft, and how they are answered. Lives for one step only. */
export class RequestContext {
  readonly draft: RoomDraft
  /** Who asks, as they were when they did. */
  readonly peer: PeerState
  /** The request's number, by which it is answered: now, or when somebody else has answered. */
  readonly request: number
  /** What this sending became when it came before; null where it did not, or is none. */
  readonly known: Sending | null

  constructor(draft: RoomDraft, peer: PeerState, request: number, known: Sending | null) {
    this.draft = draft
    this.peer = peer
    this.request = request
    this.known = known
  }

  answer(result: object = {}): void {
    this.draft.answer(this.peer.id, this.request, result)
  }

  refuse(code: ErrorCode, message: string): void {
    this.draft.refuse(this.peer.id, this.request, code, message)
  }

  /** Whether they may do that; refuses the request where not (A1), with `why` for whoever debugs. */
  permits(action: MemberAction, why: string): boolean {
    const verdict = can(this.peer.role, action, circumstances(this.draft, this.peer))
    if (verdict === 'granted') return true
    this.refuse(verdict, why)
    return false
  }
}
