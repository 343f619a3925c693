import type { Options } from '../options.ts'
import { CITIES, type City, WORLD } from './cities.ts'
import { Draws } from './draws.ts'
import { type HeldRoom, holdRoom } from './held-room.ts'
import { type LentNode, lendNode } from './lent-node.ts'
import { Ways } from './ways.ts'

/** Something that happens in that day, whoever chooses nodes; `index` is of the room or the node. */
interface Happening {
  readonly at: number
  readonly what: 'joins' | 'ends' | 'turns'
  readonly index: number
}

/** One day: the same for every contestant. */
export interface World {
  readonly cities: readonly [City, ...City[]]
  readonly nodes: readonly LentNode[]
  readonly rooms: readonly HeldRoom[]
  readonly ways: Ways
  /** In the order in which they happen. */
  readonly happenings: readonly Happening[]
}

export function drawWorld({ seed, nodes: nodeCount, rooms: roomCount, capacity, world }: Options): World {
  const cities = world ? WORLD : CITIES
  const lending = new Draws(seed)
  const holding = new Draws(seed + 1_000_003)
  const nodes = Array.from({ length: nodeCount }, (_, index) => lendNode(index, capacity, lending, cities))
  const rooms = Array.from({ length: roomCount }, () => holdRoom(holding, cities))
  const happenings: Happening[] = []
  for (const [index, { turns }] of nodes.entries())
    for (const at of turns) happenings.push({ at, what: 'turns', index })
  for (const [index, { attendees, endsAt }] of rooms.entries()) {
    for (const { joinsAt } of attendees) happenings.push({ at: joinsAt, what: 'joins', index })
    happenings.push({ at: endsAt, what: 'ends', index })
  }
  happenings.sort((a, b) => a.at - b.at)
  return { cities, nodes, rooms, ways: new Ways(nodes, cities, new Draws(seed + 2_000_003)), happenings }
}
