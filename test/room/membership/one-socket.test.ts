import * as v from 'valibot'
import { expect, test } from 'vitest'
import { newPeerId, type PeerId, type ResumeToken } from '../../../protocol/ids.ts'
import type { Ticket } from '../../../protocol/page-edge/door.ts'
import { type PageParams, pageContract } from '../../../protocol/page-edge/requests.ts'
import type { MemberRequest } from '../../../worker/room/core/inputs.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { draws } from '../../support/draws.ts'
import { address, creatorKey } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

/**
 * One socket, one person: whatever clients say at the door, and in whichever order, everybody who is said to be here or to
 * wait here has an open socket, and nobody who asked to join is left on a socket of nobody's.
 */

const SEEDS = 60
const STEPS = 120

class Hall {
  readonly room = new RoomBench()
  /** The open sockets, and whose they are. */
  readonly sockets = new Set<PeerId>()
  readonly #tickets: Ticket[] = []
  readonly #tokens: ResumeToken[] = []
  readonly #draw: () => number

  constructor(seed: number) {
    this.#draw = draws(seed)
  }

  #one<Of>(from: readonly Of[]): Of | undefined {
    return from[Math.floor(this.#draw() * from.length)]
  }

  #often(share: number): boolean {
    return this.#draw() < share
  }

  step(): void {
    const happenings = [
      () => this.#join(newPeerId()),
      () => this.#join(newPeerId()),
      // A client on whose socket somebody waits joins once more.
      () => this.#join(this.#one([...this.room.state.waiting.keys()].filter((id) => this.sockets.has(id)))),
      () => this.#cut(),
      () => this.#leave(),
      () => this.#moderate(),
      () => this.#moderate(),
      () => this.#passTime(),
    ]
    this.#one(happenings)?.()
    this.#follow()
    if (this.#often(0.7)) this.room.settle()
    this.#follow()
  }

  #join(peer: PeerId | undefined): void {
    if (!peer) return
    this.sockets.add(peer)
    const [ticket, token] = [this.#one(this.#tickets), this.#one(this.#tokens)]
    const change: Partial<PageParams<'join'>> = {
      ...(ticket && this.#often(0.4) && { ticket }),
      ...(token && this.#often(0.3) && { resume: { token, seq: 0, media: 'gone' } }),
      ...(this.#often(0.1) && { creatorKey: creatorKey(this.#one(['a', 'b']) ?? 'a') }),
      ...(this.#often(0.1) && { protocol: 1 }),
    }
    this.room.join('Somebody', change, { peer, address: address(this.#one(['x', 'y', 'z']) ?? 'x') })
  }

  #cut(): void {
    const peer = this.#one([...this.sockets])
    if (!peer) return
    this.sockets.delete(peer)
    this.room.input({ on: 'socket-closed', peer, goingAway: this.#often(0.5) })
  }

  #leave(): void {
    const peer = this.#one([...this.sockets])
    if (peer) this.room.ask(peer, { name: 'leave', params: {} })
  }

  #moderate(): void {
    const { peers, waiting } = this.room.state
    const moderator = [...peers.values()].find(
      (peer) => peer.role === 'moderator' && this.sockets.has(peer.id),
    )
    const knock = this.#one([...waiting.keys()])
    const other = this.#one([...peers.keys()])
    if (!moderator || !other) return
    const { id } = moderator
    const orders: MemberRequest[] = [
      { name: 'set-lobby', params: { lobby: this.#often(0.8) } },
      { name: 'set-locked', params: { locked: this.#often(0.2) } },
      { name: 'remove-peer', params: { peer: other } },
      ...(knock ? [{ name: 'deny', params: { knock } } as const] : []),
      ...(knock ? Array.from({ length: 3 }, () => ({ name: 'admit', params: { knock } }) as const) : []),
    ]
    const order = this.#one(orders)
    if (order) this.room.ask(id, order)
  }

  #passTime(): void {
    const due = nextDue(this.room.state)
    if (due === null) return
    this.room.now = Math.max(this.room.now, due)
    this.room.input({ on: 'alarm' })
  }

  /** What the room does to sockets, and what it tells of secrets. */
  #follow(): void {
    for (const effect of this.room.takeAll()) {
      if (effect.do === 'close-socket') this.sockets.delete(effect.peer)
      if (effect.do === 'bind-socket' && this.sockets.delete(effect.from)) this.sockets.add(effect.to)
      if (effect.do !== 'answer') continue
      const told = v.safeParse(pageContract.join.result, effect.result)
      if (!told.success) continue
      if (told.output.kind === 'waiting') this.#tickets.push(told.output.ticket)
      if (told.output.kind === 'welcome') this.#tokens.push(told.output.resumeToken)
    }
  }
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
  'D8 nobody is here, or waits, without a socket, and no socket is nobody’s (%i)',
  (seed) => {
    const hall = new Hall(seed)
    for (let i = 0; i < STEPS; i += 1) {
      hall.step()
      const { peers, waiting } = hall.room.state
      const here = [...peers.values(), ...waiting.values()]
        .filter(({ presence }) => presence.is === 'here' || presence.is === 'joining')
        .map(({ id }) => id)
      const ofNobody = [...hall.sockets].filter((id) => !peers.has(id) && !waiting.has(id))
      expect({ ghosts: here.filter((id) => !hall.sockets.has(id)), ofNobody }).toEqual({
        ghosts: [],
        ofNobody: [],
      })
    }
  },
)
