import { NO_LOAD } from '../../../protocol/node-edge/events.ts'
import type { PlaceableNode } from '../../placement/placeable-node.ts'
import type { ReportRow } from './reports.ts'

/** A connected node as placement weighs it. One that is at a limit of its lender's is as good as paused. */
export function placeable({ node, report }: ReportRow, reachable: boolean): PlaceableNode {
  const { registration, load, notAccepting, admitted } = report
  const { adminState, lender } = admitted
  return {
    node,
    availability: adminState === 'active' && notAccepting !== null ? 'paused' : adminState,
    reachable,
    at: lender?.at ?? null,
    capacity: registration.capacity,
    limits: registration.limits,
    // A node that has registered has still to tell its load.
    load: load ?? NO_LOAD,
  }
}
