import * as v from 'valibot'
import { type ErrorCode, ProtocolError } from '../../protocol/errors.ts'
import type { LenderInfo } from '../../protocol/http/lender.ts'
import {
  NodeId,
  newPeerId,
  newResumeToken,
  type PeerId,
  type ResumeToken,
  type SendId,
} from '../../protocol/ids.ts'
import { ROUTER_RTP_CAPABILITIES } from '../../protocol/media/codecs.ts'
import { DisplayName } from '../../protocol/names/display-name.ts'
import { newTicket, type PasswordProof } from '../../protocol/page-edge/door.ts'
import type { PageEvent } from '../../protocol/page-edge/events.ts'
import type { PageParams, Welcome } from '../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import { AddressHash, newAddressKey } from '../../worker/http/address-hash.ts'
import { figuresAfter, newFigures } from '../../worker/room/accounting/room-figures.ts'
import type { EffectOf, RoomEffect } from '../../worker/room/core/effects.ts'
import type { MemberRequest, RoomInput, Sending } from '../../worker/room/core/inputs.ts'
import { emptyRoom, type RoomState } from '../../worker/room/core/state.ts'
import { step } from '../../worker/room/core/step.ts'
import { verifierOf } from '../../worker/room/door/secrets.ts'
import type { IceGrant } from '../../worker/turn/turn-provider.ts'
import { ScriptedNode } from '../support/scripted-node.ts'

export const lyon = v.parse(NodeId, 'lyon')

/** By what somebody comes: a socket of their own, from nowhere in particular, where it is not said. */
export interface Socket {
  readonly peer?: PeerId
  readonly address?: AddressHash | null
  readonly site?: AddressHash | null
}

/** One step of a room: what happened, what it became, and what it did. */
export interface Step {
  readonly input: RoomInput
  readonly before: RoomState
  readonly after: RoomState
  readonly effects: readonly RoomEffect[]
  readonly now: number
}

/** A pure room under test: it is stepped by hand, and its questions are answered when the test says so. */
export class RoomBench {
  state: RoomState = emptyRoom
  figures = newFigures()
  now = 1_000_000
  /** What the directory says; of one person, where it says something of its own. */
  node: NodeId | null = lyon
  readonly nodeOf = new Map<PeerId, NodeId>()
  readonly lenderOf = new Map<NodeId, LenderInfo>()
  /** Looks at each step. */
  watch: ((step: Step) => void) | null = null
  /** All effects since the last `take`. */
  #effects: RoomEffect[] = []
  #questions: EffectOf<'ask-node'>[] = []
  /** What the TURN provider gives: 'silence' never answers. */
  turn: IceGrant | 'failure' | 'silence' = { servers: [], until: null, usernames: [] }
  #wantingIce: PeerId[] = []
  readonly #sendings = new Map<SendId, Sending>()
  /** All events after that number are kept for those who resume. */
  heldAfter = 0
  readonly #scripts = new Map<NodeId, ScriptedNode>()
  #placing: EffectOf<'place'>[] = []
  #keeping: (EffectOf<'mark-owner'> | EffectOf<'keep-name'>)[] = []
  /** What the directory counts owners by, and whether it lets them keep names. */
  readonly ownersMark = v.parse(AddressHash, 'm'.repeat(43))
  keepsNames = true
  #request = 0
  #addressKey = newAddressKey()

  input(input: RoomInput): void {
    const before = this.state
    const { state, effects } = step(before, input, this.now)
    this.state = state
    this.watch?.({ input, before, after: state, effects, now: this.now })
    this.figures = figuresAfter(this.figures, { before, input, after: state, effects })
    this.#effects.push(...effects)
    for (const effect of effects) {
      if (effect.do === 'ask-node') this.#questions.push(effect)
      if (effect.do === 'place') this.#placing.push(effect)
      if (effect.do === 'remember-send') this.#sendings.set(effect.sendId, effect.sending)
      if (effect.do === 'mark-owner' || effect.do === 'keep-name') this.#keeping.push(effect)
      if (effect.do === 'grant-ice') this.#wantingIce.push(effect.peer)
    }
  }

  /** Lets the TURN provider answer all that it was asked. */
  answerTurn(): void {
    const turn = this.turn
    if (turn === 'silence') return
    for (const peer of this.#wantingIce.splice(0)) {
      this.input(turn === 'failure' ? { on: 'ice-failed', peer } : { on: 'ice-granted', peer, grant: turn })
    }
  }

  /** Lets the directory, the TURN provider and the node answer all that they were asked, in order. */
  settle(): void {
    while (this.#placing.length > 0 || this.#questions.length > 0 || this.#keeping.length > 0) {
      this.answerKeeping()
      for (const { peer } of this.#placing.splice(0)) {
        const node = (peer && this.nodeOf.get(peer)) ?? this.node
        this.input({ on: 'placed', peer, node, lender: (node && this.lenderOf.get(node)) ?? null })
      }
      this.answerTurn()
      this.answerNode()
    }
  }

  /** Lets the directory answer the first who asks; false where nobody does. */
  answerDirectory(choose: (avoid: readonly NodeId[]) => NodeId | null): boolean {
    const asked = this.#placing.shift()
    if (asked) this.input({ on: 'placed', peer: asked.peer, node: choose(asked.wish.avoid), lender: null })
    return asked !== undefined
  }

  /** Lets a node, that one where it is said, answer the first of what is still open. */
  answerNode(node?: NodeId): void {
    const question = this.#questions.find((each) => node === undefined || each.node === node)
    if (!question) return
    this.#questions = this.#questions.filter((each) => each !== question)
    const outcomes = this.#scriptOf(question.node).answer(question.ops)
    this.input({ on: 'node-answered', pending: question.pending, outcomes })
  }

  /** Has a node fail to answer the first of those that were asked for somebody's media. */
  failMedia(code: ErrorCode = 'no-media'): void {
    this.#fail(
      this.#questions.find(({ pending: { to } }) => to === 'open-media'),
      code,
    )
  }

  /** Has that node fail to answer the first of what it was asked. */
  failNode(node: NodeId): void {
    this.#fail(
      this.#questions.find((each) => each.node === node),
      'no-media',
    )
  }

  #fail(question: EffectOf<'ask-node'> | undefined, code: ErrorCode): void {
    if (!question) throw new Error('no node was asked')
    this.#questions = this.#questions.filter((each) => each !== question)
    const { node, pending } = question
    this.input({ on: 'node-failed', node, pending, error: new ProtocolError(code, 'no answer').toWire() })
  }

  #scriptOf(node: NodeId): ScriptedNode {
    const script = this.#scripts.get(node) ?? new ScriptedNode()
    this.#scripts.set(node, script)
    return script
  }

  /** Questions that nobody has answered yet. */
  get open(): readonly EffectOf<'ask-node'>[] {
    return this.#questions
  }

  /** Lets the directory say by what it counts the owner's address, and whether the name is kept. */
  answerKeeping(): void {
    for (const effect of this.#keeping.splice(0)) {
      if (effect.do === 'mark-owner') this.input({ on: 'owner-marked', mark: this.ownersMark })
      else this.input({ on: 'name-kept', kept: this.keepsNames })
    }
  }

  forgetKeeping(): void {
    this.#keeping = []
  }

  /** Whether somebody was asked something, and has not answered. */
  get isBusy(): boolean {
    return [this.#placing, this.#questions, this.#keeping, this.#wantingIce].some(({ length }) => length > 0)
  }

  /** Nobody answers what they were asked. */
  forgetAll(): void {
    this.forgetQuestions()
    this.forgetKeeping()
    this.#wantingIce = []
  }

  forgetQuestions(): void {
    this.#questions = []
    this.#placing = []
  }

  /** Somebody at the door says words; returns the request's number. */
  claim(
    params: PageParams<'claim-secret'>,
    { peer = newPeerId(), address = null, site = null }: Socket = {},
  ): number {
    this.#request += 1
    const from = { peer, address, site, addressKey: this.#addressKey }
    this.input({ on: 'claim-secret', ...from, waited: false, request: this.#request, params })
    return this.#request
  }

  join(
    name: string,
    change: Partial<PageParams<'join'>> = {},
    { peer = newPeerId(), address = null, site = null }: Socket = {},
  ): { peer: PeerId; token: ResumeToken; request: number } {
    const token = newResumeToken()
    this.#request += 1
    const params: PageParams<'join'> = {
      protocol: PAGE_EDGE.newest,
      name: v.parse(DisplayName, name),
      rtpCapabilities: ROUTER_RTP_CAPABILITIES,
      ...change,
    }
    const fresh = { token, ticket: newTicket(), addressKey: this.#addressKey, heldAfter: this.heldAfter }
    const from = { address, site, waited: false }
    this.input({ on: 'join', peer, ...fresh, ...from, request: this.#request, params })
    return { peer, token, request: this.#request }
  }

  /** Joins, settles, and returns the welcome. */
  welcomed(name: string, change: Partial<PageParams<'join'>> = {}, socket: Socket = {}): Welcome {
    const { request } = this.join(name, change, socket)
    this.settle()
    const answer = this.take('answer').find((effect) => effect.request === request)
    if (!answer || !isWelcome(answer.result)) throw new Error(`${name} was not welcomed`)
    return answer.result
  }

  setPassword(peer: PeerId, proof: PasswordProof | null): number {
    this.#request += 1
    const password = proof && verifierOf(proof)
    this.input({ on: 'set-password', peer, request: this.#request, password })
    return this.#request
  }

  /** A request; returns its number. */
  ask(peer: PeerId, asked: MemberRequest): number {
    this.#request += 1
    const sendId = asked.name === 'send-message' ? asked.params.sendId : undefined
    const known = (sendId && this.#sendings.get(sendId)) ?? null
    this.input({ on: 'request', peer, request: this.#request, asked, known })
    return this.#request
  }

  /** Takes all effects since they were last taken. */
  takeAll(): RoomEffect[] {
    const taken = this.#effects
    this.#effects = []
    return taken
  }

  /** Takes the effects of one kind since they were last taken; the others of that time are dropped. */
  take<Kind extends RoomEffect['do']>(kind: Kind): EffectOf<Kind>[] {
    const taken = this.#effects.filter((effect): effect is EffectOf<Kind> => effect.do === kind)
    this.#effects = []
    return taken
  }

  /** The events told since effects were last taken, with whom they were for. */
  told(): { event: PageEvent; audience: EffectOf<'tell'>['audience'] }[] {
    return this.take('tell').map(({ event, audience }) => ({ event, audience }))
  }
}

const isWelcome = (result: object): result is Welcome => 'kind' in result && result.kind === 'welcome'
