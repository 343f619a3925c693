import { readCloseReason } from '../close-reason.ts'
import { codesBefore } from '../errors.ts'
import type { Translation } from './former-versions.ts'
import { type Renames, renaming } from './renames.ts'

/** What errors were called in version 24, of page-edge and of node-edge. */
export const CODES_24: Renames = { texts: { denied: 'turned-away' }, nearest: codesBefore(25) }

const codes = renaming(CODES_24)

/** With what a socket was closed in version 24: the code of the error, and nothing else. */
export const CLOSE_REASON_24: Translation = {
  toFormer: (reason) => codes.toFormer(readCloseReason(String(reason)).code),
  toLater: codes.toLater,
}
