import type { PlaceableNode } from '../placeable-node.ts'
import type { PlacementRequest } from '../placement-request.ts'

/** Whether that node may be given what is asked for, `now` (ms since the epoch), as far as one rule goes. */
export type Policy = (node: PlaceableNode, request: PlacementRequest, now: number) => boolean

/** Whether the room is on that node already: what keeps new rooms away does not split one that is there. */
export const carries = ({ node }: PlaceableNode, { on }: PlacementRequest): boolean => on.includes(node)
