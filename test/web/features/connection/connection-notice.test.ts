import { expect, test } from 'vitest'
import type { Connection, MediaStatus } from '../../../../web/core/session/room-session.ts'
import { connectionNoticeOf } from '../../../../web/features/connection/connection-notice.ts'

test.each<[Connection, MediaStatus, string | null]>([
  ['connected', 'flowing', null],
  ['connected', 'starting', 'starting'],
  ['connected', 'waiting', 'waiting'],
  ['connected', 'reconnecting', 'mediaReconnecting'],
  ['connected', 'no-relay', 'noRelay'],
  ['connected', 'voices-only', 'voicesOnly'],
  ['connected', 'relay-spent', 'relaySpent'],
  ['connected', 'unsupported', 'unsupported'],
  ['connecting', 'waiting', 'joining'],
  ['reconnecting', 'waiting', 'reconnecting'],
  ['refused', 'flowing', null],
  ['left', 'waiting', null],
])('%s and %s: %s', (connection, media, notice) => {
  expect(connectionNoticeOf({ connection, media })).toBe(notice)
})
