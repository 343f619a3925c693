import { NODE_MESSAGE_MAX_BYTES } from '../../../protocol/limits.ts'
import { type AnnouncedMedia, type CheckAsk, portsOf } from '../../../protocol/node-edge/port-check.ts'
import type { NodeOp } from '../../../protocol/node-edge/requests.ts'

/**
 * How long an answer of a node may be, by what it was asked, in UTF-16 code units: its length is looked at before it is
 * read (N22).
 */

/** The frame around the outcomes. */
const FRAME_LENGTH = 1_024
/** An outcome without more to tell, or a failure with its reason, of 500 characters at most. */
const PLAIN_LENGTH = 1_024

/** What mediasoup says of each is about half of it; a test of the node holds it to this. */
const OUTCOME_LENGTH: Partial<Record<NodeOp['op'], number>> = {
  'create-transport': 6_144,
  'restart-ice': 2_048,
  consume: 4_096,
  'open-pipe': 2_048,
  'pipe-consume': 6_144,
}

/** What the outcomes of these operations take at most. */
export function answerMaxLength(ops: readonly NodeOp[]): number {
  const length = ops.reduce((sum, { op }) => sum + (OUTCOME_LENGTH[op] ?? PLAIN_LENGTH), FRAME_LENGTH)
  return Math.min(length, NODE_MESSAGE_MAX_BYTES)
}

/** An opened port: its address, ICE credentials, and up to five fingerprints. */
const OPENED_PORT_LENGTH = 2_048
/** What came of a port, in a word. */
const TRIED_PORT_LENGTH = 16

/** The same of a part in a check of media ports. `place` is where the media of whoever is asked arrives. */
export function checkAnswerMaxLength(ask: CheckAsk, place: AnnouncedMedia): number {
  switch (ask.ask) {
    case 'get-ready':
      return FRAME_LENGTH + OPENED_PORT_LENGTH
    case 'open-ports':
      return FRAME_LENGTH + portsOf(place).length * OPENED_PORT_LENGTH
    case 'try-ports':
      return FRAME_LENGTH + PLAIN_LENGTH + ask.ports.length * TRIED_PORT_LENGTH
    case 'close-ports':
      return FRAME_LENGTH + PLAIN_LENGTH + portsOf(place).length * TRIED_PORT_LENGTH
    default:
      return ask satisfies never
  }
}
