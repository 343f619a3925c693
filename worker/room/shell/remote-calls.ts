import * as v from 'valibot'
import { ProtocolError } from '../../../protocol/errors.ts'
import { MediaRoomId, type NodeId, type PeerId } from '../../../protocol/ids.ts'
import type { TurnLevel } from '../../../protocol/media/turn.ts'
import { placeRoom } from '../../directory/place-room.ts'
import { directoryOf, type NodeRef, nodeOf } from '../../durable-objects.ts'
import type { Env } from '../../env.ts'
import type { AddressHash } from '../../http/address-hash.ts'
import { log } from '../../log.ts'
import type { NodeAnswer } from '../../node/requests/pending-requests.ts'
import { turnProvider } from '../../turn/turn-config.ts'
import { TurnFailure, type TurnProvider } from '../../turn/turn-provider.ts'
import type { AnswerTo, EffectOf, QuestionName } from '../core/effects.ts'
import type { RoomInput } from '../core/inputs.ts'
import type { RoomSockets } from './sockets.ts'

/** What a room asks of other objects; their answers come back as inputs. */
export class RemoteCalls {
  readonly #ctx: DurableObjectState
  readonly #env: Env
  readonly #room: MediaRoomId
  readonly #sockets: RoomSockets
  readonly #apply: (input: RoomInput) => void
  readonly #setTurnLevel: (month: TurnLevel) => void
  readonly #turn: TurnProvider
  /** A node's answers are taken in the order of the questions, as the room expects; those of several do not wait for each other. */
  readonly #answers = new Map<NodeId, Promise<void>>()

  /** @param setTurnLevel - To be told what the directory says of the month's budget for TURN. */
  constructor(
    ctx: DurableObjectState,
    env: Env,
    sockets: RoomSockets,
    apply: (input: RoomInput) => void,
    setTurnLevel: (month: TurnLevel) => void,
  ) {
    this.#ctx = ctx
    this.#env = env
    this.#room = v.parse(MediaRoomId, ctx.id.toString())
    this.#sockets = sockets
    this.#apply = apply
    this.#setTurnLevel = setTurnLevel
    this.#turn = turnProvider(env)
  }

  /** What came of an effect: one of the inputs by which that effect comes back, as the compiler sees to. */
  #answer<Do extends QuestionName>(_to: Do, input: AnswerTo<Do>): void {
    this.#apply(input)
  }

  /** Asks the directory for a node, for one person or for the room. */
  place({ peer, wish }: EffectOf<'place'>): void {
    const request = { ...wish, hint: this.#sockets.whereabouts(peer) }
    const sought = placeRoom(this.#env, this.#room, request).then(
      ({ turn, node, lender }) => {
        // First: whoever comes to a node is given TURN credentials, or is not.
        this.#setTurnLevel(turn)
        this.#answer('place', { on: 'placed', peer, node, lender })
      },
      (thrown: unknown) => {
        log.error('placement-failed', thrown, { room: this.#room })
        this.#answer('place', { on: 'placed', peer, node: null, lender: null })
      },
    )
    this.#ctx.waitUntil(sought)
  }

  /** Puts a batch of operations to the node; `pending` comes back with the answer. */
  ask({ node, ops, pending }: EffectOf<'ask-node'>): void {
    const asked = this.#node(node).once((object) => object.request(this.#room, ops))
    const answered = (this.#answers.get(node) ?? Promise.resolve()).then(async () => {
      const answer = await asked.catch((thrown: unknown): NodeAnswer => {
        log.error('node-request-failed', thrown, { room: this.#room, node })
        return {
          ok: false,
          error: new ProtocolError('node-unreachable', 'the node could not be asked').toWire(),
        }
      })
      if (answer.ok) this.#answer('ask-node', { on: 'node-answered', pending, outcomes: answer.outcomes })
      else this.#answer('ask-node', { on: 'node-failed', node, pending, error: answer.error })
    })
    this.#answers.set(node, answered)
    this.#ctx.waitUntil(answered)
  }

  /**
   * Has the node show that it lives; where it does not, the room hears of it as of any node's end. Where the room does not
   * live there, that word was lost on its way here.
   */
  suspect(node: NodeId): void {
    const suspected = this.#node(node)
      .repeat((object) => object.suspect(this.#room))
      .then(
        (isThere) => (isThere ? undefined : this.#answer('suspect-node', { on: 'node-lost', node })),
        (thrown: unknown) => log.error('suspect-failed', thrown, { room: this.#room, node }),
      )
    this.#ctx.waitUntil(suspected)
  }

  /** Tells the node that the room no longer needs it. */
  release(node: NodeId): void {
    const released = this.#node(node)
      .repeat((object) => object.release(this.#room))
      .catch((thrown: unknown) => log.error('release-failed', thrown, { room: this.#room, node }))
    this.#ctx.waitUntil(released)
  }

  /** Asks for TURN credentials. */
  grantIce(peer: PeerId): void {
    const facts = { room: this.#room, provider: this.#turn.name }
    const granted = this.#turn.grant(peer, Date.now()).then(
      (grant) => {
        if (grant.until !== null) log.info('turn-granted', { ...facts, servers: grant.servers.length })
        this.#answer('grant-ice', { on: 'ice-granted', peer, grant })
      },
      (thrown: unknown) => {
        this.#logTurn('turn-failed', thrown)
        this.#answer('grant-ice', { on: 'ice-failed', peer })
      },
    )
    this.#ctx.waitUntil(granted)
  }

  /** Takes credentials back. What fails ends with its time all the same. */
  revokeIce(usernames: readonly string[]): void {
    const revoked = usernames.map((username) =>
      this.#turn.revoke(username).then(
        () => log.info('turn-revoked', { room: this.#room, provider: this.#turn.name }),
        (thrown: unknown) => this.#logTurn('turn-not-revoked', thrown),
      ),
    )
    this.#ctx.waitUntil(Promise.all(revoked))
  }

  /** Asks by what the owner's address is counted; where nobody can say, the name is not kept. */
  markOwner(peer: PeerId): void {
    const network = this.#sockets.network(peer)
    const marked = directoryOf(this.#env)
      .repeat((directory) => directory.ownerMark(network))
      .then(
        (mark) => this.#answer('mark-owner', { on: 'owner-marked', mark }),
        (thrown: unknown) => this.#nameNotKept(thrown),
      )
    this.#ctx.waitUntil(marked)
  }

  /** Asks whether the room's name may be kept. */
  keepName(mark: AddressHash): void {
    const kept = directoryOf(this.#env)
      .once((directory) => directory.keepName(mark))
      .then(
        (kept) => {
          if (!kept) log.warn('name-not-kept', { room: this.#room })
          this.#answer('keep-name', { on: 'name-kept', kept })
        },
        (thrown: unknown) => this.#nameNotKept(thrown),
      )
    this.#ctx.waitUntil(kept)
  }

  #nameNotKept(thrown: unknown): void {
    log.error('name-not-asked', thrown, { room: this.#room })
    this.#answer('keep-name', { on: 'name-kept', kept: false })
  }

  /** What may go through TURN servers is something else now. */
  logTurnLevel({ level, bytes }: EffectOf<'log-turn-level'>): void {
    log.warn('turn-budget', { room: this.#room, level, bytes })
  }

  #logTurn(event: string, thrown: unknown): void {
    const facts = { room: this.#room, provider: this.#turn.name }
    if (!(thrown instanceof TurnFailure)) return log.error(event, thrown, facts)
    log.warn(event, { ...facts, reason: thrown.reason, status: thrown.status })
  }

  #node(node: NodeId): NodeRef {
    return nodeOf(this.#env, node)
  }
}
