import type { NodeId } from '../../../protocol/ids.ts'
import { NODE_HEARTBEAT_INTERVAL_MS } from '../../../protocol/limits.ts'
import { type Demand, NEW_ROOM } from '../../../worker/placement/placement-request.ts'
import type { Contestant } from '../contestants/contestants.ts'
import { BUSY_FROM, BUSY_TO, DAY_BEGINS, LOOK_EVERY_MS } from '../world/clock.ts'
import { demandOf } from '../world/demand.ts'
import { Draws } from '../world/draws.ts'
import type { Attendee } from '../world/held-room.ts'
import type { World } from '../world/world.ts'
import type { LiveNode } from './live-node.ts'
import { LiveRoom } from './live-room.ts'
import { Swarm } from './swarm.ts'
import { Tally } from './tally.ts'

/** Plays the day with one way of choosing nodes. */
export function play(world: World, contestant: Contestant, seed: number): Tally {
  const day = new Day(world, contestant, seed)
  for (const { at, what, index } of world.happenings) {
    day.goOnTo(at)
    if (what === 'joins') day.join(index)
    else if (what === 'ends') day.end(index)
    else day.turn(index)
  }
  return day.tally
}

class Day {
  readonly tally: Tally
  readonly #world: World
  readonly #contestant: Contestant
  readonly #swarm: Swarm
  readonly #draws: Draws
  readonly #rooms = new Map<number, LiveRoom>()
  #now = DAY_BEGINS
  #heartbeatAt = DAY_BEGINS
  #lookAt = BUSY_FROM

  constructor(world: World, contestant: Contestant, seed: number) {
    this.#world = world
    this.#contestant = contestant
    this.#swarm = new Swarm(world)
    this.#draws = new Draws(seed + 3_000_003)
    this.tally = new Tally(world.ways)
  }

  /** Time passes: nodes are heard, and now and then everything is looked at. */
  goOnTo(now: number): void {
    for (; this.#lookAt <= Math.min(now, BUSY_TO); this.#lookAt += LOOK_EVERY_MS)
      this.tally.look(this.#swarm, this.#rooms.values())
    while (this.#heartbeatAt + NODE_HEARTBEAT_INTERVAL_MS <= now)
      this.#heartbeatAt += NODE_HEARTBEAT_INTERVAL_MS
    if (this.#heartbeatAt > this.#now) this.#swarm.beHeard(this.#heartbeatAt)
    this.#now = now
  }

  join(index: number): void {
    const room = this.#rooms.get(index) ?? this.#open(index)
    const attendee = room.held.attendees[room.places.length]
    if (!attendee) throw new Error('more people join than attend')
    const node = this.#placeOf(room, attendee)
    room.join(node)
    if (node) this.tally.joined(attendee.city, node)
    else this.tally.refused += 1
  }

  end(index: number): void {
    const room = this.#rooms.get(index)
    if (!room) return
    this.tally.ended(room)
    room.end()
    this.#rooms.delete(index)
  }

  /** A node comes, or goes with all its rooms, which move. */
  turn(index: number): void {
    const node = this.#swarm.turn(index, this.#now)
    if (node.there) return
    for (const moving of [...node.rooms]) this.#move(moving, node)
    // What it carried is gone, and is nothing when it is heard again.
  }

  #open(index: number): LiveRoom {
    const held = this.#world.rooms[index]
    if (!held) throw new Error(`there is no room ${index}`)
    const room = new LiveRoom(index, held)
    this.#rooms.set(index, room)
    return room
  }

  #placeOf(room: LiveRoom, attendee: Attendee): LiveNode | null {
    const [only] = room.nodes
    if (!only) return this.#ask(room, attendee, NEW_ROOM, [])
    return this.#contestant.spreads
      ? this.#ask(room, attendee, demandOf(1, room.places.length + 1, 0), [])
      : only
  }

  #move(index: number, from: LiveNode): void {
    const room = this.#rooms.get(index)
    const first = room?.held.attendees[room.places.indexOf(from)]
    if (!room || !first) return
    this.tally.moved += 1
    room.move(from, this.#ask(room, first, room.demandOn(from), [from.real.node]))
  }

  #ask(
    room: LiveRoom,
    { city, seemsAt }: Attendee,
    brings: Demand,
    avoid: readonly NodeId[],
  ): LiveNode | null {
    const hint = seemsAt === null ? null : (this.#world.cities[seemsAt] ?? null)
    const on = room.nodes.filter(({ there }) => there).map(({ real }) => real.node)
    const request = { hint, measuredNodes: [], preferredNode: null, avoid, on, brings }
    const scene = {
      world: this.#world,
      swarm: this.#swarm,
      draws: this.#draws,
      askedRegions: (count: number) => this.tally.askedRegions(count),
    }
    const chosen = this.#contestant.choose({ room: room.held, city, request }, scene)
    return chosen === null ? null : this.#swarm.find(chosen)
  }
}
