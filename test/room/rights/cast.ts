import { newPeerId, newProducerId, type PeerId } from '../../../protocol/ids.ts'
import { EMPTY_ROOM_GRACE_MS } from '../../../protocol/limits.ts'
import type { PageRequest } from '../../../protocol/page-edge/requests.ts'
import type { RoomEffect } from '../../../worker/room/core/effects.ts'
import type { RoomState } from '../../../worker/room/core/state.ts'
import {
  type Cast,
  isThere,
  type Outcome,
  type Right,
  ROLES,
  type Role,
  type State,
} from '../../support/rights/cells.ts'
import { asSaidIn, broughtTo } from '../../support/rights/encrypted.ts'
import { OWNERS_KEY, PASSWORD } from '../../support/rights/join-rights.ts'
import { browser, knockAt } from '../door-bench.ts'
import { produceFrom } from '../produce-from.ts'
import { RoomBench } from '../room-bench.ts'

/** What came of one request of somebody: the answer, and all that it changed. */
export interface Came {
  readonly outcome: Outcome | null
  readonly before: RoomState
  readonly after: RoomState
  readonly effects: readonly RoomEffect[]
}

const REMOVED = { browserId: browser('r') }

/** Everybody whom the table of rights speaks of, in a pure room in one state, from which each request starts anew. */
export class CastOfRoom {
  readonly #bench = new RoomBench()
  readonly #start: RoomState
  readonly #state: State
  readonly #ids: Readonly<Record<Role, PeerId>>
  readonly #cast: Omit<Cast, 'actor' | 'brings' | 'ownVoice'>
  readonly #voices = new Map<PeerId, Cast['ownVoice']>()

  constructor(state: State) {
    const bench = this.#bench
    const link = broughtTo(state)
    this.#state = state
    if (state === 'nodeless') bench.node = null
    const owner = bench.welcomed('Ada', { creatorKey: OWNERS_KEY, ...link })
    const moderator = bench.welcomed('Max', link)
    const participant = bench.welcomed('Eve', link)
    const other = bench.welcomed('Ben', link)
    const rex = bench.welcomed('Rex', { ...REMOVED, ...link })
    const gus = bench.welcomed('Gus', link)
    const ask = (asked: PageRequest, by = owner.self): Came => this.#ask(by, asked)
    ask({ name: 'set-role', params: { peer: moderator.self, role: 'moderator' } })
    for (const person of [owner, moderator, participant, other]) {
      if (state !== 'nodeless') this.#voices.set(person.self, produceFrom(bench, person.self).producer)
    }
    bench.settle()
    ask(
      { name: 'send-message', params: { kind: 'hand', addressee: { to: 'everyone' }, payload: '{}' } },
      other.self,
    )
    ask({ name: 'remove-peer', params: { peer: rex.self } })
    ask({ name: 'leave', params: {} }, gus.self)
    const outside = this.#lobby(ask, state)
    this.#ids = {
      owner: owner.self,
      moderator: moderator.self,
      participant: participant.self,
      removed: rex.self,
      gone: gus.self,
      stranger: newPeerId(),
      waiting: outside.waiting,
      admitted: outside.admitted,
    }
    this.#cast = {
      owner: owner.self,
      moderator: moderator.self,
      other: other.self,
      knocker: outside.knocker,
      nobody: newPeerId(),
      otherVoice: this.#voices.get(other.self) ?? newProducerId(),
    }
    for (const asked of DOORS[state]) ask(asked)
    if (state === 'ended') this.#end([owner, moderator, participant, other].map(({ self }) => self))
    this.#start = bench.state
  }

  /** Somebody who was let in, and, where there is a lobby, two who wait. */
  #lobby(ask: (asked: PageRequest) => unknown, state: State) {
    const bench = this.#bench
    const link = broughtTo(state)
    ask({ name: 'set-lobby', params: { lobby: true } })
    const admitted = knockAt(bench, 'Hal', link).id
    ask({ name: 'admit', params: { knock: admitted } })
    if (isThere('waiting', state)) {
      return { admitted, waiting: knockAt(bench, 'Gil', link).id, knocker: knockAt(bench, 'Dan', link).id }
    }
    ask({ name: 'set-lobby', params: { lobby: false } })
    return { admitted, waiting: newPeerId(), knocker: newPeerId() }
  }

  /** All leave, whoever was let in does not come, and what there was is forgotten. */
  #end(people: readonly PeerId[]): void {
    const bench = this.#bench
    for (const peer of people) bench.ask(peer, { name: 'leave', params: {} })
    bench.settle()
    for (let i = 0; i < 2; i += 1) {
      bench.now += EMPTY_ROOM_GRACE_MS
      bench.input({ on: 'alarm' })
    }
  }

  /** Has somebody ask for something in the room as it was in the beginning. */
  try(role: Role, right: Right): Came {
    this.#bench.state = this.#start
    this.#bench.forgetAll()
    const cast = this.castOf(role)
    for (const asked of right.first?.(cast) ?? []) this.#ask(cast.actor, asked)
    return this.#ask(cast.actor, right.ask(cast), right)
  }

  castOf(role: Role): Cast {
    const actor = this.#ids[role]
    const ownVoice = this.#voices.get(actor) ?? newProducerId()
    return { ...this.#cast, actor, ownVoice, brings: role === 'removed' ? REMOVED : {} }
  }

  #ask(peer: PeerId, asked: PageRequest, said: Pick<Right, 'unlike'> = {}): Came {
    const bench = this.#bench
    bench.takeAll()
    const before = bench.state
    const request = this.#put(peer, asked, said)
    bench.settle()
    const effects = bench.takeAll()
    return { outcome: outcomeIn(effects, request), before, after: bench.state, effects }
  }

  #put(peer: PeerId, request: PageRequest, said: Pick<Right, 'unlike'>): number {
    const asked = asSaidIn(this.#state, request, said)
    switch (asked.name) {
      case 'join':
        return this.#bench.join('Somebody', asked.params, { peer }).request
      case 'claim-secret':
        return this.#bench.claim(asked.params, { peer })
      case 'set-password':
        return this.#bench.setPassword(peer, asked.params.password)
      default:
        return this.#bench.ask(peer, asked)
    }
  }
}

/** What is asked of a room to bring it into a state; with a lobby, where it has one, since people knocked. */
const DOORS: Readonly<Record<State, readonly PageRequest[]>> = (() => {
  const locked: PageRequest = { name: 'set-locked', params: { locked: true } }
  const password: PageRequest = { name: 'set-password', params: { password: PASSWORD } }
  const forbidden = (['microphone', 'camera', 'screen', 'chat'] as const).map(
    (permission): PageRequest => ({ name: 'set-permission', params: { permission, allowed: false } }),
  )
  return {
    open: [],
    lobby: [],
    nodeless: [],
    encrypted: [],
    ended: [],
    locked: [locked],
    password: [password],
    forbidden,
    shut: [...forbidden, password, locked],
  }
})()

function outcomeIn(effects: readonly RoomEffect[], request: number): Outcome | null {
  for (const effect of effects) {
    if (!('request' in effect) || effect.request !== request) continue
    if (effect.do === 'refuse') return effect.error.code
    if (effect.do === 'answer')
      return 'kind' in effect.result && effect.result.kind === 'waiting' ? 'waiting' : 'granted'
    if (effect.do === 'answer-history') return 'granted'
  }
  return null
}

/** Everybody whom there is in that state. */
export const rolesIn = (state: State): readonly Role[] => ROLES.filter((role) => isThere(role, state))
