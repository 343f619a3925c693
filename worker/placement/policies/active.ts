import { carries, type Policy } from './policy.ts'

/** A paused node keeps the rooms that it has; one that is draining or revoked gets nobody. */
export const active: Policy = (node, request) =>
  node.standing === 'active' || (node.standing === 'paused' && carries(node, request))
