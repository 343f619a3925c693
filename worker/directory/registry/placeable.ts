import type { NodeAdminState } from '../../../protocol/http/lending.ts'
import { NO_LOAD } from '../../../protocol/node-edge/events.ts'
import type { GeoPoint } from '../../placement/geography.ts'
import type { PlaceableNode } from '../../placement/placeable-node.ts'
import type { ReportRow } from './reports.ts'

/** A connected node as placement weighs it. One that is at a limit of its lender's is as good as paused. */
export function placeable(
  { node, report }: ReportRow,
  standing: NodeAdminState,
  reachable: boolean,
  at: GeoPoint | null,
): PlaceableNode {
  const { capacity, limits } = report.registration
  return {
    node,
    availability: standing === 'active' && report.notAccepting !== null ? 'paused' : standing,
    reachable,
    at,
    capacity,
    limits,
    // A node that has registered has still to tell its load.
    load: report.load ?? NO_LOAD,
  }
}
