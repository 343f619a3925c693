import type { Coordinates, Lender } from '../../../protocol/http/lender.ts'
import type { ListedNode } from '../../../protocol/http/lending.ts'
import type { LentNode, Swarm } from '../../../protocol/http/swarm.ts'

/** What everybody may know of the nodes (S6): nothing of those that are paused or revoked. */
export function swarmOf(nodes: readonly ListedNode[]): Swarm {
  const shown = nodes.filter(({ adminState }) => adminState === 'active' || adminState === 'draining')
  const own = shown.filter(({ lender, connected }) => lender === null && connected !== null)
  return {
    lent: shown.flatMap((node) => (node.lender === null ? [] : [lentNode(node, node.lender)])),
    own: { nodes: own.length, people: own.reduce((sum, node) => sum + peopleOn(node), 0) },
  }
}

function lentNode(listed: ListedNode, { name, link, place, at }: Lender): LentNode {
  const { node, adminState, reachability, connected } = listed
  return {
    node,
    name,
    link,
    place,
    at: at && nearby(at),
    connected: connected !== null,
    takesRooms:
      adminState === 'active' && reachability?.reachable !== false && connected?.notAccepting === null,
    people: peopleOn(listed),
  }
}

const peopleOn = ({ connected }: ListedNode): number => connected?.load?.people ?? 0

/** The town, and not the house. */
const nearby = ({ latitude, longitude }: Coordinates): Coordinates => ({
  latitude: tenth(latitude),
  longitude: tenth(longitude),
})

const tenth = (degrees: number): number => Math.round(degrees * 10) / 10
