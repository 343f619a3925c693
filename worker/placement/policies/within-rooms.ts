import { carries, type Policy } from './policy.ts'

/** A node with as many rooms as its lender lends gets no other room. */
export const withinRooms: Policy = (node, request) =>
  node.limits.rooms === null || node.load.rooms < node.limits.rooms || carries(node, request)
