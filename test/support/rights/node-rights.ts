import * as v from 'valibot'
import { type MediaRoomId, PipeId, TransportId, TurnCountId } from '../../../protocol/ids.ts'
import { NO_LOAD, type NodeEvent } from '../../../protocol/node-edge/events.ts'
import type { NodeFrame } from '../../../protocol/node-edge/frames.ts'

/** Which node may say what, and about whose room: as PROTOCOL.md has it (N2, N7, N13, N24). */

/** What a node says, by its type, or by its name where it is an event. */
export type NodeSaying = Exclude<NodeFrame['type'], 'event' | 'register'> | NodeEvent['event']

/** What a node says something of. */
export interface Said {
  readonly room: MediaRoomId
  /** By which somebody in that room receives. */
  readonly transport: string
}

interface NodeRight {
  readonly rules: string
  readonly say: (of: Said) => NodeFrame
  /** What those in the room hear of it where it lives on that node; null is nothing. */
  readonly own: string | null
  /** What is held against it where the room lives on another; null is nothing. Nobody hears anything of it. */
  readonly foreign: string | null
}

const tells = (event: NodeEvent): NodeFrame => ({ type: 'event', event })

const PIPE = v.parse(PipeId, 'pipe-1')
const COUNT = v.parse(TurnCountId, 'c'.repeat(16))
/** Of a budget of 100,000 for a room: so many that pictures end, and everybody is told (M10). */
const BYTES = 95_000
const probe = {
  usernameFragment: 'fragment',
  password: 'p'.repeat(22),
  address: '198.51.100.9',
  port: 40_000,
}

/** All that a node can say once it has registered; before, it can say nothing but who it is (N2). */
export const NODE_RIGHTS: { readonly [Each in NodeSaying]: NodeRight } = {
  alive: { rules: 'N2 F4', say: () => ({ type: 'alive' }), own: null, foreign: null },
  answer: {
    rules: 'N13',
    say: () => ({ type: 'answer', id: 4_242, outcomes: [] }),
    own: null,
    foreign: 'unasked-answer',
  },
  checked: {
    rules: 'N13',
    say: () => ({ type: 'checked', id: 4_242, answer: { answer: 'ports-tried', outcomes: ['reached'] } }),
    own: null,
    foreign: 'unasked-answer',
  },
  heartbeat: {
    rules: 'N5',
    say: () => tells({ event: 'heartbeat', load: NO_LOAD, notAccepting: null }),
    own: null,
    foreign: null,
  },
  'probe-opened': {
    rules: 'N24 X8',
    say: () => tells({ event: 'probe-opened', probe }),
    own: null,
    foreign: 'foreign-address',
  },
  'turn-bytes': {
    rules: 'N7 M9',
    say: ({ room }) => tells({ event: 'turn-bytes', rooms: [{ room, count: COUNT, bytes: BYTES }] }),
    own: 'room-settings-changed',
    foreign: null,
  },
  'pages-heard': {
    rules: 'N7 R8',
    say: ({ room, transport }) => {
      const page = { room, transport: v.parse(TransportId, transport), heard: false }
      return tells({ event: 'pages-heard', pages: [page] })
    },
    own: 'cut-off-changed',
    foreign: null,
  },
  'pipe-silent': {
    rules: 'N7 X6',
    say: ({ room }) => tells({ event: 'pipe-silent', room, pipe: PIPE }),
    own: null,
    foreign: null,
  },
  'routers-lost': {
    rules: 'N7 N6',
    say: ({ room }) => tells({ event: 'routers-lost', rooms: [room] }),
    own: 'media-lost',
    foreign: 'unknown-rooms',
  },
  draining: {
    rules: 'N15',
    say: () => tells({ event: 'draining' }),
    own: 'migration-started',
    foreign: null,
  },
}
