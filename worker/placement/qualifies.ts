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

/**
 * Whether every policy lets that node have what is asked for, `now` (ms since the epoch). They are called by name and not
 * from a list, which engines cannot inline: this runs for every node at every choice.
 */
export const qualifies: Policy = (node, request, now) =>
  active(node, request, now) &&
  reachable(node, request, now) &&
  fresh(node, request, now) &&
  compatible(node, request, now) &&
  notAvoided(node, request, now) &&
  withinBandwidth(node, request, now) &&
  withinMonthlyTransfer(node, request, now) &&
  withinRooms(node, request, now) &&
  withinPeople(node, request, now) &&
  withinHours(node, request, now)
