import { CODES_24 } from './error-codes-24.ts'
import { type Renames, renaming } from './renames.ts'

/** Version 24 of node-edge: the messages of 25 under other names. When it is spoken no longer, this file goes. */

const PRIORITY: Renames = { fields: { priority: 'rank' } }

const FROM_NODE: Renames = {
  tag: 'type',
  variants: {
    event: { inside: { event: { tag: 'event', variants: { 'turn-bytes': { former: 'relayed' } } } } },
    answer: {
      inside: {
        outcomes: {
          each: {
            tag: 'outcome',
            variants: {
              'pipe-consumed': { former: 'sent-through' },
              failed: { inside: { code: CODES_24 } },
            },
          },
        },
      },
    },
    checked: { inside: { answer: { tag: 'answer', variants: { failed: { inside: { code: CODES_24 } } } } } },
  },
}

const OP: Renames = {
  tag: 'op',
  variants: {
    'create-transport': { fields: { sameWorkerAs: 'beside' } },
    'set-turn-level': { former: 'set-relayed', fields: { turnLevel: 'carries' } },
    'set-preferred-layer': { former: 'prefer-layer', ...PRIORITY },
    'pipe-consume': { former: 'send-through' },
    'close-pipe-consumer': { former: 'stop-sending-through' },
    'set-pipe-consumer-paused': { former: 'rest-through', fields: { paused: 'rests' } },
    'pipe-produce': { former: 'receive-through' },
  },
}

const TO_NODE: Renames = {
  tag: 'type',
  variants: {
    batch: { inside: { batch: { inside: { ops: { each: OP } } } } },
    error: { inside: { error: { inside: { code: CODES_24 } } } },
  },
}

export const NODE_EDGE_24 = { fromNode: renaming(FROM_NODE), toNode: renaming(TO_NODE) }
