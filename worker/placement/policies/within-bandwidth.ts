import type { Policy } from './policy.ts'

/** A node that sends as much as its lender lends gets nobody. What a new room will need is only a guess, and refuses none. */
export const withinBandwidth: Policy = ({ limits, load }) =>
  limits.bitsPerSecond === null || load.bitsPerSecond < limits.bitsPerSecond
