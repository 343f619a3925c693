import { CODES_BEFORE, type ErrorCode } from '../errors.ts'
import { type Renames, toFormer, toNewest } from './renames.ts'

/** What errors were called in version 24, of page-edge and of node-edge. */
export const CODES_24: Renames = { texts: { denied: 'turned-away' }, nearest: CODES_BEFORE }

/** As which the reason of a socket's end tells a peer of version 24 of that error. */
export const codeIn24 = (code: ErrorCode): string => String(toFormer(CODES_24, code))

/** The code of today for the one that such a reason names. */
export const codeFrom24 = (code: string): string => String(toNewest(CODES_24, code))
