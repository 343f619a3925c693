import { FormerVersions } from './former-versions.ts'
import { NODE_EDGE_24 } from './node-edge-24.ts'

/**
 * The versions of node-edge before the newest, one a line: from `NODE_EDGE.oldest` on. `fromNode` is what a node says, `toNode` what
 * it is told.
 */
export const FORMER_NODE_EDGE = new FormerVersions({
  24: NODE_EDGE_24,
})
