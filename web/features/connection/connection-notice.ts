import type { RoomView } from '../../core/session/room-session.ts'

/** What keeps the call from being whole, the most important first; keys of the dictionaries' `notice`. */
export type ConnectionNotice =
  | 'joining'
  | 'reconnecting'
  | 'waiting'
  | 'noRelay'
  | 'relaySpent'
  | 'voicesOnly'
  | 'unsupported'
  | 'mediaReconnecting'
  | 'starting'

const OF_MEDIA = {
  starting: 'starting',
  flowing: null,
  'voices-only': 'voicesOnly',
  'relay-spent': 'relaySpent',
  reconnecting: 'mediaReconnecting',
  waiting: 'waiting',
  'no-relay': 'noRelay',
  unsupported: 'unsupported',
} as const satisfies Record<RoomView['media'], ConnectionNotice | null>

/** The one notice to show; null while all is well. */
export function connectionNoticeOf(view: Pick<RoomView, 'connection' | 'media'>): ConnectionNotice | null {
  switch (view.connection) {
    case 'connecting':
      return 'joining'
    case 'reconnecting':
      return 'reconnecting'
    case 'connected':
      return OF_MEDIA[view.media]
    case 'waiting':
    case 'refused':
    case 'left':
      return null
    default:
      return view.connection satisfies never
  }
}
