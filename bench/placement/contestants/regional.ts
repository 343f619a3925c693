import type { NodeId } from '../../../protocol/ids.ts'
import { type Offer, offerOf, searchRegions } from '../../../worker/placement/search-regions.ts'
import type { Asking, Scene } from './contestants.ts'

/** As ours, with a directory for each region, none of which knows of another's nodes. */
export function oursByRegion({ request }: Asking, { swarm, draws, askedRegions }: Scene): NodeId | null {
  const directories = swarm.byRegion
  const regions = [...directories.keys()]
  const own = request.on.map((node) => swarm.find(node).region)
  const search = searchRegions<Offer>(request, own)
  let step = search.next()
  let asked = 0
  while (!step.done) {
    asked += step.value.length
    const answers = step.value.map((region) => ({
      offer: offerOf(directories.get(region) ?? [], request, draws.next),
      regions,
    }))
    step = search.next(answers)
  }
  askedRegions(asked)
  return step.value?.node ?? null
}
