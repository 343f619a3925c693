import { CLOSE_REASON_24, CODES_24 } from './error-codes-24.ts'
import { type Renames, renaming } from './renames.ts'

/** Version 24 of page-edge: the messages of 25 under other names. When it is spoken no longer, this file goes. */

const REQUEST: Renames = {
  tag: 'request',
  variants: {
    join: {
      inside: {
        params: {
          fields: {
            measuredNodes: 'measured',
            preferredNode: 'wished',
            browserId: 'browser',
            resumeOnly: 'onlyBack',
            creatorKey: 'creator',
          },
        },
      },
    },
    'suspect-node': { former: 'doubt-node' },
    'report-path': { inside: { params: { fields: { viaTurn: 'relayed' } } } },
    'finish-migration': { former: 'finish-move' },
    'set-view': {
      former: 'view',
      inside: { params: { inside: { tiles: { each: { fields: { priority: 'rank' } } } } } },
    },
    'send-message': { former: 'send', inside: { params: { fields: { sendId: 'once' } } } },
    'clear-message': { former: 'clear-relay' },
    'message-history': { former: 'relay-history' },
    admit: { former: 'let-in' },
    deny: { former: 'turn-away' },
    'set-permission': { former: 'set-allowed', inside: { params: { fields: { permission: 'what' } } } },
    'remove-peer': { former: 'remove' },
  },
}

const SETTINGS: Renames = { fields: { permissions: 'allowed', turnLevel: 'turn' } }

const EVENT: Renames = {
  tag: 'event',
  variants: {
    message: { former: 'relayed' },
    'message-cleared': { former: 'relay-cleared' },
    'room-settings-changed': { former: 'room-changed', inside: { room: SETTINGS } },
    'migration-started': { former: 'media-moved' },
    'migration-ended': { former: 'move-ended' },
  },
}

const FRAME: Renames = {
  inside: {
    data: EVENT,
    lobby: { texts: { admitted: 'let-in' } },
    error: { inside: { code: CODES_24 } },
    result: {
      tag: 'kind',
      variants: {
        welcome: { fields: { knocks: 'waiting' }, inside: { room: SETTINGS } },
        resumed: { inside: { missed: { each: { inside: { data: EVENT } } } } },
      },
    },
  },
}

export const PAGE_EDGE_24 = {
  request: renaming(REQUEST),
  frame: renaming(FRAME),
  closeReason: CLOSE_REASON_24,
}
