import { PROTOCOL_VERSION } from '../../../protocol/version.ts'
import type { Policy } from './policy.ts'

/** A node that speaks another protocol would not understand what it is asked. */
export const compatible: Policy = ({ protocol }) => protocol === PROTOCOL_VERSION
