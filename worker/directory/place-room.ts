import type { NodeId } from '../../protocol/ids.ts'
import type { ProbedNode } from '../../protocol/node-edge/probe.ts'
import { directoryOf } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import type { GeoPoint } from '../placement/geography.ts'
import type { PlacementRequest } from '../placement/placement-request.ts'
import { HOME, leastAwayMs, REGIONS, type Region, regionAt } from '../placement/regions.ts'
import { type RegionAnswer, searchRegions } from '../placement/search-regions.ts'
import type { Outline, Placed } from './directory-object.ts'
import type { RegionOffer } from './registry/region-nodes.ts'

/**
 * A node for that room, or for somebody in it, in whichever region. Where there is none the room is remembered in the region
 * of whoever asks, and told when there is one there. A region that does not answer is left out.
 */
export async function placeRoom(env: Env, room: string, request: PlacementRequest): Promise<Placed> {
  const first = regionAt(request.hint)
  if (first === HOME) {
    const placed = await directoryOf(env).repeat((directory) => directory.place(room, request))
    // As on one's own machine.
    if (placed.regions.every((region) => region === HOME)) return placed
  }
  const named = request.preferredNode === null ? request.on : [request.preferredNode, ...request.on]
  const outline = outlineOf(env, named)
  // A new room, as most are that ask, waits for no answer but its region's.
  const own = named.length === 0 ? [] : (await outline).of
  const search = searchRegions<RegionOffer>(request, own)
  let step = search.next()
  while (!step.done) {
    const answers = step.value.map((region) => askForOffer(env, region, request, outline))
    step = search.next(await Promise.all(answers))
  }
  const { turn, regions } = await outline
  if (step.value) return { node: step.value.node, lender: step.value.lender, turn, regions }
  const waits = await directoryOf(env, first).repeat((directory) => directory.place(room, request))
  return { ...waits, turn, regions }
}

/** Where the central directory does not answer, any region may have nodes. */
async function outlineOf(env: Env, nodes: readonly NodeId[]): Promise<Outline> {
  try {
    return await directoryOf(env).repeat((directory) => directory.outline(nodes))
  } catch (thrown) {
    log.error('region-not-heard', thrown, { region: HOME })
    return { turn: 'all', regions: REGIONS, of: [] }
  }
}

async function askForOffer(
  env: Env,
  region: Region,
  request: PlacementRequest,
  outline: Promise<Outline>,
): Promise<RegionAnswer<RegionOffer>> {
  const asked = directoryOf(env, region).repeat((directory) => directory.offer(request))
  const offer = await asked.catch((thrown: unknown) => {
    log.error('region-not-heard', thrown, { region })
    return null
  })
  return { offer, regions: (await outline).regions }
}

/** The nodes that are worth measuring for somebody at `hint` (X8): of the nearest region that has any. */
export async function candidatesNear(env: Env, hint: GeoPoint | null): Promise<ProbedNode[]> {
  const ask = (region: Region): Promise<ProbedNode[]> =>
    directoryOf(env, region).repeat((directory) => directory.candidates(hint))
  const first = regionAt(hint)
  const found = await ask(first)
  if (found.length > 0) return found
  const awayMs = leastAwayMs(hint)
  const { regions } = await outlineOf(env, [])
  const others = regions
    .filter((region) => region !== first)
    .toSorted((one, other) => awayMs(one) - awayMs(other))
  for (const region of others) {
    const theirs = await ask(region)
    if (theirs.length > 0) return theirs
  }
  return []
}
