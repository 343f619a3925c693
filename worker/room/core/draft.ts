import { type ErrorCode, ProtocolError } from '../../../protocol/errors.ts'
import type { NodeId, PeerId } from '../../../protocol/ids.ts'
import type { NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { GroupDescription } from '../../../protocol/page-edge/group.ts'
import type { Audience, RoomEffect } from './effects.ts'
import type { Pending } from './inputs.ts'
import type { PastState, PeerState, WaitingState } from './peer-state.ts'
import { type RoomWaits, USUAL_WAITS } from './room-waits.ts'
import type { RoomHead, RoomState } from './state.ts'

/** One step of a room in the making: the next state so far, and the effects so far. Lives for one `step` only. */
export class RoomDraft {
  readonly now: number
  readonly waits: RoomWaits
  readonly effects: RoomEffect[] = []
  #head: RoomHead
  #peers: Map<PeerId, PeerState>
  #waiting: Map<PeerId, WaitingState>
  #past: ReadonlyMap<PeerId, PastState>
  #group: GroupDescription | null
  #held: Map<PeerId, readonly NodeOutcome[]>

  constructor(state: RoomState, now: number, waits: RoomWaits = USUAL_WAITS) {
    this.now = now
    this.waits = waits
    this.#head = state.head
    this.#peers = new Map(state.peers)
    this.#waiting = new Map(state.waiting)
    this.#past = state.past
    this.#group = state.group
    this.#held = new Map(state.held)
  }

  get state(): RoomState {
    return {
      head: this.#head,
      peers: this.#peers,
      waiting: this.#waiting,
      past: this.#past,
      group: this.#group,
      held: this.#held,
    }
  }

  get head(): RoomHead {
    return this.#head
  }

  get peers(): ReadonlyMap<PeerId, PeerState> {
    return this.#peers
  }

  get waiting(): ReadonlyMap<PeerId, WaitingState> {
    return this.#waiting
  }

  peer(id: PeerId): PeerState | undefined {
    return this.#peers.get(id)
  }

  changeHead(change: Partial<RoomHead>): void {
    this.#head = { ...this.#head, ...change }
  }

  putPeer(peer: PeerState): void {
    this.#peers.set(peer.id, peer)
  }

  changePeer(id: PeerId, change: Partial<PeerState>): void {
    const peer = this.#peers.get(id)
    if (peer) this.#peers.set(id, { ...peer, ...change })
  }

  removePeer(id: PeerId): void {
    this.#peers.delete(id)
    this.#held.delete(id)
  }

  /** What the node answered to somebody who waits for their TURN credentials. */
  held(id: PeerId): readonly NodeOutcome[] | undefined {
    return this.#held.get(id)
  }

  /** Keeps more of it. */
  hold(id: PeerId, outcomes: readonly NodeOutcome[]): void {
    this.#held.set(id, [...(this.#held.get(id) ?? []), ...outcomes])
  }

  letGo(id: PeerId): void {
    this.#held.delete(id)
  }

  putWaiting(person: WaitingState): void {
    this.#waiting.set(person.id, person)
  }

  removeWaiting(id: PeerId): void {
    this.#waiting.delete(id)
  }

  get past(): ReadonlyMap<PeerId, PastState> {
    return this.#past
  }

  putPast(person: PastState): void {
    this.#past = new Map(this.#past).set(person.id, person)
  }

  removePast(id: PeerId): void {
    const past = new Map(this.#past)
    past.delete(id)
    this.#past = past
  }

  get group(): GroupDescription | null {
    return this.#group
  }

  changeGroup(group: GroupDescription | null): void {
    this.#group = group
  }

  /** The shell does that to the world once the step is over. */
  do(effect: RoomEffect): void {
    this.effects.push(effect)
  }

  /** Tells people of an event, with the room's next number. */
  tell(audience: Audience, event: PageEvent): void {
    const seq = this.#head.seq + 1
    this.changeHead({ seq })
    this.do({ do: 'tell', seq, audience, event })
  }

  /**
   * Asks a node; `pending` says what is done when it has answered. Where there is none there is nobody to ask, and nothing there to
   * change.
   */
  askNode(node: NodeId | null, ops: readonly NodeOp[], pending: Pending): void {
    if (node !== null) this.do({ do: 'ask-node', node, ops, pending })
  }

  /** Tells a node something of which nothing has to be known but that it was said. */
  tellNode(node: NodeId | null, ops: readonly NodeOp[]): void {
    this.askNode(node, ops, { to: 'note' })
  }

  answer(peer: PeerId, request: number, result: object = {}): void {
    this.do({ do: 'answer', peer, request, result })
  }

  /** @param retryAfterMs - When the same may be asked again, where that is known. */
  refuse(peer: PeerId, request: number, code: ErrorCode, message: string, retryAfterMs?: number): void {
    this.do({
      do: 'refuse',
      peer,
      request,
      error: new ProtocolError(code, message, { retryAfterMs }).toWire(),
    })
  }
}
