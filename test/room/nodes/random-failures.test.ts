import * as v from 'valibot'
import { expect, test } from 'vitest'
import { NodeId, type PeerId } from '../../../protocol/ids.ts'
import { nextDue } from '../../../worker/room/membership/presence.ts'
import { draws } from '../../support/draws.ts'
import { inLongRun } from '../../support/long-run.ts'
import { PagesOfRoom } from '../pages-of-room.ts'
import { RoomBench } from '../room-bench.ts'

/** Nodes die, drain, fail and come back at any moment, while people come and go: in the end everybody hears everybody. */

const NODES = ['lyon', 'paris', 'lille', 'brest'].map((name) => v.parse(NodeId, name))
const SEEDS = inLongRun(10_000, 200)
const MISHAPS = 40
/** A room that asks more than this without an end has begun to turn in a circle. */
const MOST_STEPS = 20_000

class World {
  readonly room = new RoomBench()
  readonly pages = new PagesOfRoom(this.room)
  readonly #up = new Set(NODES)
  readonly #draining = new Set<NodeId>()
  /** The nodes that know of the room. */
  readonly #knowing = new Set<NodeId>()
  readonly #draw: () => number
  #steps = 0
  #people = 0

  constructor(seed: number) {
    this.#draw = draws(seed)
  }

  #one<Of>(from: readonly Of[]): Of | undefined {
    return from[Math.floor(this.#draw() * from.length)]
  }

  #directory = (avoid: readonly NodeId[]): NodeId | null =>
    this.#one(NODES.filter((node) => this.takesRooms(node) && !avoid.includes(node))) ?? null

  takesRooms(node: NodeId): boolean {
    return this.#up.has(node) && !this.#draining.has(node)
  }

  /** Whether there is another one to go to. */
  #isSpare(node: NodeId): boolean {
    return NODES.some((other) => other !== node && this.takesRooms(other))
  }

  /** Something happens, or somebody answers. */
  step(): void {
    const mishaps = [
      () => this.#join(),
      () => this.#leave(),
      () => this.#kill(),
      () => this.#drain(),
      () => this.#comeBack(),
      () => this.#loseWorker(),
      () => this.#failPipe(),
      () => this.#answer(),
      () => this.#answer(),
      () => this.#passTime(),
    ]
    this.#one(mishaps)?.()
    this.#follow()
  }

  /** Pages and nodes do what the room's effects ask of them; false where there was nothing. */
  #follow(): boolean {
    const effects = this.room.takeAll()
    for (const effect of effects) {
      this.pages.take(effect)
      if (effect.do === 'release-node') this.#knowing.delete(effect.node)
      if (effect.do === 'ask-node' && !this.#knowing.has(effect.node)) this.#welcome(effect.node)
    }
    return effects.length > 0
  }

  /** A room that is new to a node is told where that is about to go (N15). */
  #welcome(node: NodeId): void {
    this.#knowing.add(node)
    if (this.#draining.has(node)) this.room.input({ on: 'node-draining', node })
  }

  #lose(node: NodeId): void {
    this.#knowing.delete(node)
    this.room.input({ on: 'node-lost', node })
  }

  #join(): void {
    this.#people += 1
    const measured = NODES.map((node) => ({ node, roundTripMs: Math.round(this.#draw() * 100) }))
    this.room.join(`Person ${this.#people}`, { measured })
  }

  #leave(): void {
    const peer = this.#one(this.pages.people)
    if (!peer || this.pages.people.length < 2) return
    this.pages.forget(peer)
    this.room.ask(peer, { name: 'leave', params: {} })
  }

  #kill(): void {
    const node = this.#one([...this.#up])
    if (!node || !this.#isSpare(node)) return
    this.#up.delete(node)
    this.#draining.delete(node)
    // What it was asked fails before the room is told, or after.
    if (this.#draw() < 0.5) this.#answerAllOf(node)
    this.#lose(node)
  }

  #drain(): void {
    const node = this.#one(NODES.filter((each) => this.takesRooms(each)))
    if (!node || !this.#isSpare(node)) return
    this.#draining.add(node)
    if (this.#knowing.has(node)) this.room.input({ on: 'node-draining', node })
  }

  #comeBack(): void {
    const node = this.#one(NODES.filter((each) => !this.#up.has(each)))
    if (!node) return
    this.#up.add(node)
    this.room.input({ on: 'node-available' })
  }

  #loseWorker(): void {
    const node = this.#one([...this.#up])
    if (node) this.#lose(node)
  }

  #failPipe(): void {
    const pipe = this.#one(this.room.state.head.pipes)
    if (pipe) this.room.input({ on: 'pipe-silent', node: pipe.ends[0].node, pipe: pipe.id })
  }

  /** The directory, the TURN provider or a node answers; each node in the order in which it was asked. */
  #answer(): boolean {
    this.#steps += 1
    if (this.#steps > MOST_STEPS) throw new Error('the room turns in a circle')
    this.room.answerTurn()
    if (this.#draw() < 0.3 && this.room.answerDirectory(this.#directory)) return true
    const node = this.#one(this.room.open.map((question) => question.node))
    if (!node) return this.room.answerDirectory(this.#directory)
    if (this.#up.has(node)) this.room.answerNode(node)
    else this.room.failNode(node)
    return true
  }

  #answerAllOf(node: NodeId): void {
    while (this.room.open.some((question) => question.node === node)) this.room.failNode(node)
  }

  #passTime(): void {
    const due = nextDue(this.room.state)
    if (due === null) return
    this.room.now = Math.max(this.room.now, due)
    this.room.input({ on: 'alarm' })
  }

  /** Nothing happens any more: all that is open is answered, and all that is due is done. */
  settle(): void {
    this.room.input({ on: 'node-available' })
    for (let rounds = 0; rounds < 40; rounds += 1) {
      let isBusy = true
      while (isBusy) isBusy = this.#answer() || this.#follow()
      this.#passTime()
    }
    while (this.#answer() || this.#follow());
  }
}

const others = (people: readonly PeerId[], listener: PeerId) => people.filter((id) => id !== listener).sort()

test.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
  'F2 X5 X7 whatever happens to nodes, all hear all in the end (%i)',
  (seed) => {
    const world = new World(seed)
    const { room, pages } = world
    for (let mishap = 0; mishap < MISHAPS; mishap += 1) world.step()
    world.settle()
    const { head, peers } = room.state
    const people = [...peers.keys()]
    for (const { id, node, media, former } of peers.values()) {
      expect({ media, former }).toEqual({ media: 'up', former: null })
      expect(node && world.takesRooms(node)).toBe(true)
      expect(pages.heardBy(id).sort()).toEqual(others(people, id))
    }
    const nodesInUse = new Set([...peers.values()].map(({ node }) => node))
    for (const { ends } of head.pipes) for (const { node } of ends) expect(nodesInUse).toContain(node)
    expect(head.draining).toEqual([])
  },
)
