import { readCloseReason } from '../close-reason.ts'
import { codesBefore } from '../errors.ts'
import type { Translation } from './former-versions.ts'
import { type Renames, renaming } from './renames.ts'

/**
 * Version 25 of page-edge knows no encrypted rooms: in a plain one all is said as it was, and at the door of an encrypted one its
 * pages are told that they may not. When it is spoken no longer, this file goes.
 */

const CODES: Renames = { nearest: codesBefore(26) }
const codes = renaming(CODES)

const SAME: Translation = { toFormer: (message) => message, toLater: (message) => message }

const CLOSE_REASON: Translation = {
  toFormer: (reason) => {
    const { code } = readCloseReason(String(reason))
    const then = codes.toFormer(code)
    return then === code ? reason : then
  },
  toLater: (reason) => reason,
}

const SETTINGS: Renames = { added: ['spokenWords', 'constantRate'] }

const EVENT: Renames = {
  tag: 'event',
  variants: {
    'peer-left': { added: ['removed'] },
    'room-settings-changed': { inside: { room: SETTINGS } },
  },
}

const FRAME: Renames = {
  inside: {
    data: EVENT,
    error: { inside: { code: CODES } },
    result: {
      tag: 'kind',
      variants: {
        welcome: { added: ['group'], inside: { room: SETTINGS } },
        resumed: { inside: { missed: { each: { inside: { data: EVENT } } } } },
      },
    },
  },
}

export const PAGE_EDGE_25 = {
  request: SAME,
  frame: renaming(FRAME),
  closeReason: CLOSE_REASON,
}
