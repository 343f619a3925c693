import { carries, type Policy } from './policy.ts'

/** A paused node keeps the rooms that it has; one that is draining or revoked gets nobody. */
export const active: Policy = (node, request) =>
  node.availability === 'active' || (node.availability === 'paused' && carries(node, request))
