import { NODE_SILENCE_MAX_MS } from '../../../protocol/limits.ts'
import type { Policy } from './policy.ts'

/** A node that was silent for too long is taken for dead. */
export const fresh: Policy = ({ heardAt }, _request, now) => heardAt + NODE_SILENCE_MAX_MS > now
