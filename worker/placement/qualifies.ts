import type { PlaceableNode } from './placeable-node.ts'
import type { PlacementRequest } from './placement-request.ts'
import { active } from './policies/active.ts'
import { compatible } from './policies/compatible.ts'
import { fresh } from './policies/fresh.ts'
import { notAvoided } from './policies/not-avoided.ts'
import type { Policy } from './policies/policy.ts'
import { reachable } from './policies/reachable.ts'
import { withinBandwidth } from './policies/within-bandwidth.ts'
import { withinHours } from './policies/within-hours.ts'
import { withinMonthlyTransfer } from './policies/within-monthly-transfer.ts'
import { withinPeople } from './policies/within-people.ts'
import { withinRooms } from './policies/within-rooms.ts'

const POLICIES: readonly Policy[] = [
  active,
  reachable,
  fresh,
  compatible,
  notAvoided,
  withinBandwidth,
  withinMonthlyTransfer,
  withinRooms,
  withinPeople,
  withinHours,
]

/** Whether every policy lets that node have what is asked for, `now` (ms since the epoch). */
export function qualifies(node: PlaceableNode, request: PlacementRequest, now: number): boolean {
  for (const policy of POLICIES) if (!policy(node, request, now)) return false
  return true
}
