import type { Policy } from './policy.ts'

/** Whoever comes for certain must fit in the number of people that the lender lends. */
export const withinPeople: Policy = ({ limits, load }, { brings }) =>
  limits.people === null || load.people + brings.people <= limits.people
