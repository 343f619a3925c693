import type { Policy } from './policy.ts'

/** Whoever asks knows of nodes that will not do. */
export const notAvoided: Policy = ({ node }, { avoid }) => !avoid.includes(node)
