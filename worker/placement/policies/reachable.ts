import type { Policy } from './policy.ts'

/** A node behind a closed firewall dials us as well as any other, and nobody would hear anybody on it. */
export const reachable: Policy = (node) => node.reachable
