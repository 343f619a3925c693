import type { NodeStanding } from '../../../protocol/lending.ts'
import { NO_LOAD } from '../../../protocol/node-events.ts'
import type { GeoPoint } from '../../placement/geography.ts'
import type { PlaceableNode } from '../../placement/placeable-node.ts'
import type { ReportRow } from './reports.ts'

/** A connected node as placement weighs it. One that is at a limit of its lender's is as good as paused. */
export function placeable(
  { node, heardAt, report }: ReportRow,
  standing: NodeStanding,
  reachable: boolean,
  at: GeoPoint | null,
): PlaceableNode {
  const { protocol, capacity, limits } = report.registration
  return {
    node,
    availability: standing === 'active' && report.notAccepting !== null ? 'paused' : standing,
    reachable,
    heardAt,
    protocol,
    at,
    capacity,
    // Its own clock tells the node whether it is in its hours: `notAccepting` says so.
    limits: { ...limits, hours: null },
    // A node that has registered has still to tell its load.
    load: report.load ?? NO_LOAD,
  }
}
