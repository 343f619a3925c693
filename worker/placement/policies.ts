import type { PlaceableNode } from './placeable-node.ts'
import type { PlacementRequest } from './placement-request.ts'

/** Whether that node may be given what is asked for, as far as one rule goes. */
export type Policy = (node: PlaceableNode, request: PlacementRequest) => boolean

/** Whether the room is on that node already: what keeps new rooms away does not split one that is there. */
const carries = ({ node }: PlaceableNode, { on }: PlacementRequest): boolean => on.includes(node)

/** A paused node keeps the rooms that it has; one that is draining or revoked gets nobody. */
export const active: Policy = (node, request) =>
  node.availability === 'active' || (node.availability === 'paused' && carries(node, request))

/** A node behind a closed firewall dials us as well as any other, and nobody would hear anybody on it. */
export const reachable: Policy = (node) => node.reachable

/** Whoever asks knows of nodes that will not do. */
export const notAvoided: Policy = ({ node }, { avoid }) => !avoid.includes(node)

/** A node that sends as much as its lender lends gets nobody. What a new room will need is only a guess, and refuses none. */
export const withinBandwidth: Policy = ({ limits, load }) =>
  limits.bitsPerSecond === null || load.bitsPerSecond < limits.bitsPerSecond

/** A node that has sent its month's share gets nobody until the next month. */
export const withinMonthlyTransfer: Policy = ({ limits, load }) =>
  limits.bytesPerMonth === null || load.bytesThisMonth < limits.bytesPerMonth

/** A node with as many rooms as its lender lends gets no other room. */
export const withinRooms: Policy = (node, request) =>
  node.limits.rooms === null || node.load.rooms < node.limits.rooms || carries(node, request)

/** Whoever comes for certain must fit in the number of people that the lender lends. */
export const withinPeople: Policy = ({ limits, load }, { brings }) =>
  limits.people === null || load.people + brings.people <= limits.people

/**
 * Whether every policy lets that node have what is asked for. They are called by name and not from a list, which engines
 * cannot inline: this runs for every node at every choice. The directory lists no node that fell silent, or that speaks
 * another protocol; whether it is in its lender's hours a node tells itself, by its own clock.
 */
export const qualifies: Policy = (node, request) =>
  active(node, request) &&
  reachable(node, request) &&
  notAvoided(node, request) &&
  withinBandwidth(node, request) &&
  withinMonthlyTransfer(node, request) &&
  withinRooms(node, request) &&
  withinPeople(node, request)
