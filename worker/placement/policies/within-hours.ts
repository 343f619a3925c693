import type { Hours } from '../placeable-node.ts'
import { carries, type Policy } from './policy.ts'

const HOUR_MS = 60 * 60 * 1_000
const DAY_HOURS = 24

/** A node takes new rooms in the hours of the day (UTC) that its lender lends; a room that is there goes on. */
export const withinHours: Policy = (node, request, now) =>
  node.limits.hours === null || isWithin(node.limits.hours, now) || carries(node, request)

function isWithin({ from, to }: Hours, now: number): boolean {
  const hour = (now / HOUR_MS) % DAY_HOURS
  return from < to ? from <= hour && hour < to : from <= hour || hour < to
}
