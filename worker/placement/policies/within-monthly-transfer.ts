import type { Policy } from './policy.ts'

/** A node that has sent its month's share gets nobody until the next month. */
export const withinMonthlyTransfer: Policy = ({ limits, load }) =>
  limits.bytesPerMonth === null || load.bytesThisMonth < limits.bytesPerMonth
