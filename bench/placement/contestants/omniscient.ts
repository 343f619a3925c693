import type { NodeId } from '../../../protocol/ids.ts'
import { loadOf } from '../../../worker/placement/load.ts'
import { qualifies } from '../../../worker/placement/policies.ts'
import { LOADED_ABOVE } from '../../../worker/placement/thresholds.ts'
import { demandOf } from '../world/demand.ts'
import type { Asking, Scene } from './contestants.ts'

/**
 * Knows what nobody can: loads at this moment, everybody who will join, where they are, and every round trip. It takes
 * the node nearest to all of them in the mean that stays unloaded when they are there; else the least loaded. It is
 * greedy: room by room, without moving any, and so not the optimum, which is a packing problem.
 */
export function omniscient({ room, request }: Asking, { world, swarm }: Scene): NodeId | null {
  const people = room.attendees.length
  const brings = demandOf(people, people, 0)
  const cities = room.attendees.map(({ city }) => city)
  let [nearestMs, nearest]: [number, NodeId | null] = [Number.POSITIVE_INFINITY, null]
  for (const { real, known, index } of swarm.there) {
    const totalMs = cities.reduce((sum, city) => sum + world.ways.toNode(city, index), 0)
    if (totalMs >= nearestMs || loadOf(real, brings) > LOADED_ABOVE || !qualifies(known, request)) continue
    nearestMs = totalMs
    nearest = real.node
  }
  if (nearest !== null) return nearest
  const fit = swarm.there.filter(({ known }) => qualifies(known, request))
  const loads = fit.map(({ real }) => loadOf(real, brings))
  return fit[loads.indexOf(Math.min(...loads))]?.real.node ?? null
}
