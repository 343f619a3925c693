import { type Quantiles, quantilesOf } from '../play/tally.ts'
import { BUSY_FROM, BUSY_TO, LOOK_EVERY_MS } from '../world/clock.ts'
import { demandOf } from '../world/demand.ts'
import type { World } from '../world/world.ts'

/** What no choice can beat, each figure by itself: no choice reaches both. */
export interface Bound {
  /**
   * Consumers of all rooms for the capacity of all nodes that are there, at each look: could rooms be cut at will, all
   * nodes would be loaded like that. The most loaded node of any choice is loaded more.
   */
  readonly load: Quantiles
  /** Everybody on the node that is nearest to them, whatever it carries. */
  readonly toNodeMs: Quantiles
}

export function boundOf({ nodes, rooms, ways, happenings }: World): Bound {
  const there = nodes.map(({ thereAtFirst }) => thereAtFirst)
  const people = new Uint32Array(rooms.length)
  const [loads, nearest]: [number[], number[]] = [[], []]
  let [lookAt, consumers] = [BUSY_FROM, 0]
  let capacity = nodes.reduce((sum, node) => sum + (node.thereAtFirst ? node.capacity : 0), 0)
  const hold = (room: number, count: number): void => {
    consumers += consumersOf(count) - consumersOf(people[room] ?? 0)
    people[room] = count
  }
  for (const { at, what, index } of happenings) {
    for (; lookAt <= Math.min(at, BUSY_TO); lookAt += LOOK_EVERY_MS) loads.push(consumers / capacity)
    if (what === 'ends') hold(index, 0)
    else if (what === 'turns') {
      there[index] = !there[index]
      capacity += (nodes[index]?.capacity ?? 0) * (there[index] ? 1 : -1)
    } else {
      const attendee = rooms[index]?.attendees[people[index] ?? 0]
      if (attendee) nearest.push(nearestMs(attendee.city))
      hold(index, (people[index] ?? 0) + 1)
    }
  }
  return { load: quantilesOf(loads), toNodeMs: quantilesOf(nearest) }

  function nearestMs(city: number): number {
    let least = Number.POSITIVE_INFINITY
    for (let node = 0; node < there.length; node += 1)
      if (there[node]) least = Math.min(least, ways.toNode(city, node))
    return least
  }
}

const consumersOf = (people: number): number => (people === 0 ? 0 : demandOf(people, people, 0).consumers)
