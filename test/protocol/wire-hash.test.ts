import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ToldAddress } from '../../protocol/addresses/public-address.ts'
import {
  Enrolled,
  Enrolment,
  InvitationRequest,
  ListedNodes,
  NewInvitation,
} from '../../protocol/http/lending.ts'
import { PageCheck, PageCheckOutcome, PageCheckRequest } from '../../protocol/http/page-check.ts'
import { TurnUsage } from '../../protocol/media/turn.ts'
import { EdgeToNodeFrame, NodeFrame } from '../../protocol/node-edge/frames.ts'
import { Candidates } from '../../protocol/node-edge/probe.ts'
import { EdgeFrame } from '../../protocol/page-edge/frames.ts'
import { MESSAGE_KIND_RULES } from '../../protocol/page-edge/message-kinds.ts'
import { pageContract } from '../../protocol/page-edge/requests.ts'
import { PROTOCOL_VERSION } from '../../protocol/version.ts'
import * as protocol24 from '../versions/protocol-24.ts'

/** The hash of every schema on the wire, by version. A change of the wire is a new version, and a new line here. */
const PINNED: Record<number, string> = {
  1: '22839a6e97147694b8365d2040a29886a649ba123d8ff5dcfc5fdecb01b00b52',
  2: '7bf436480bc0ccfda939368ba47afa8e7132f3ce4894d8bb82db7ffc19bc1d08',
  3: '5dde0c9cdc32ff1ea56a388df92b8542d21cf8bf73099094a937a81fa344fd49',
  4: '540bfc527684678d2111c4565262aed60af5deccd98ea4b7e57ff416e633a4a7',
  5: '4574f50e1d88e3a0bf267ae866484049563ff9b0109cc2afbfcefc90d85291ea',
  6: '1e526c2524015d3f421ca835c30630e2d20c24b8a80e8dc2c6cf87ebd62b4850',
  7: '840b687acb6adb85e56175bd9ef3c8fd9c491ed81437894962038b72313321bc',
  8: '674c58622fc8e040b96c17cda4a4e323db6e4e2edf9cde8121c94ff9b541fba2',
  9: '038b4d7521da2d558d887c4710b462025c942ccc48aef162dc4ced9205f0f934',
  10: '0e1ebf0489b5e98144523edcd11caa17611ba5d378c5b741c1055e956bda3ff9',
  11: '389c7bd28c61f8134b2b25f72a0c4d151c75bff56c880173490956b69d8f3c51',
  12: '8f63afa1a65e78f342487fda62431296c2e37e54653e4d92ded49f5b0d9e81ed',
  13: '49c8df31f6f924c7705872e95357f0a30560ef740ba80cdf1e598fd41c428dab',
  14: '2f22ee4b512dfe565fbf08914e8555b26eb410942e008ce38c8187dc45e6aac3',
  15: '7c61e2b1bc2ab2606c40eb3c9af7fc28908ac99bb824916d0cc2f539870b1174',
  16: 'c1291824f32ef088f4fde293839075f9c094d371f62361dc48721e77cb630de2',
  17: '7860bbec829b61c9fdb8a3ed21b6b3115eeebf059ccb51e201ab72b146b773d7',
  18: '5a9188d492cca7fb8d4109daf902fdd5529c04032f0a7141da4d5a1751898d28',
  19: 'e5e1b73c4703c86c6cb7637872ccf0c7ee17da966441e52112c0c87513ad3102',
  20: '24651cb8eff75ef2da0f571b82378e5677f4ab94b4849325e6cace8215b5fae0',
  21: '836c748c8ccc22476d8f8acd0c544a00565f57fe68d2c013a4aedb651e693bdb',
  22: '92e8e46067d64c170a4c9a0e1cf4580cbed5f87690889bfdaf4bbb489d19e555',
  23: 'ff4b3dc8a72f834af5b7f6d07fbed8b7824d817d386e6a8baf5244784ee9fcaa',
  24: '15d7d53a1e8ce8c1eb4f8197cbf402f60dc9d58c33dd859485fe3b0d9188e8e5',
  25: 'eda43c3149bfe9e2f95d2ec8b1ceaf39e391f412642682a2aef89b60b7167814',
}

/**
 * A schema as plain data: what it is and what it asks for, without the functions that do the asking. Lengths, patterns
 * and picks stand in `requirement` and `options`, so that they count as well.
 */
function outline(part: unknown): unknown {
  if (part instanceof RegExp) return part.source
  if (typeof part === 'bigint') return part.toString()
  if (typeof part === 'function') return 'function'
  if (Array.isArray(part)) return part.map(outline)
  if (typeof part !== 'object' || part === null) return part
  const told = Object.entries(part).filter(
    ([key]) => !key.startsWith('~') && key !== 'message' && key !== 'reference',
  )
  return Object.fromEntries(told.map(([key, value]) => [key, outline(value)]))
}

/** What goes over HTTP. */
const overHttp = {
  Candidates,
  Enrolled,
  Enrolment,
  InvitationRequest,
  ListedNodes,
  NewInvitation,
  PageCheck,
  PageCheckOutcome,
  PageCheckRequest,
  ToldAddress,
  TurnUsage,
}

const hashOf = (wire: object): string =>
  createHash('sha256')
    .update(JSON.stringify(outline(wire)))
    .digest('hex')

test('V1 the wire is what its version says', () => {
  const wire = { pageContract, EdgeFrame, NodeFrame, EdgeToNodeFrame, MESSAGE_KIND_RULES, overHttp }
  expect(hashOf(wire)).toBe(PINNED[PROTOCOL_VERSION])
})

test('V1 the record of version 24 is what was released', () => {
  const { pageContract, EdgeFrame, NodeFrame, EdgeToNodeFrame, RELAY_KIND_RULES, ...others } = protocol24
  const { Candidates, Enrolled, Enrolment, InvitationWish, ListedNodes, NewInvitation } = others
  const { PageCheck, PageCheckOutcome, PageCheckWish, ToldAddress, TurnUse } = others
  const overHttp = {
    Candidates,
    Enrolled,
    Enrolment,
    InvitationWish,
    ListedNodes,
    NewInvitation,
    PageCheck,
    PageCheckOutcome,
    PageCheckWish,
    ToldAddress,
    TurnUse,
  }
  const wire = { pageContract, EdgeFrame, NodeFrame, EdgeToNodeFrame, RELAY_KIND_RULES, overHttp }
  expect(hashOf(wire)).toBe(PINNED[24])
})

test('V1 the outline sees a length, a pattern and a literal', () => {
  const text = JSON.stringify(
    outline({ pageContract, EdgeFrame, NodeFrame, EdgeToNodeFrame, MESSAGE_KIND_RULES }),
  )
  expect(text).toContain('"requirement":64')
  expect(text).toContain('^[A-Za-z0-9_-]{43}$')
  expect(text).toContain('"literal":"media-started"')
})
