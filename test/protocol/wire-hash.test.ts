import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ToldAddress } from '../../protocol/addresses/public-address.ts'
import { Enrolled, Enrolment } from '../../protocol/http/lending.ts'
import { LinkDevices } from '../../protocol/http/link-devices.ts'
import { PageCheck, PageCheckOutcome, PageCheckRequest } from '../../protocol/http/page-check.ts'
import { Site } from '../../protocol/http/site.ts'
import { Statistics } from '../../protocol/http/statistics.ts'
import { Swarm } from '../../protocol/http/swarm.ts'
import { EdgeToNodeFrame, NodeFrame } from '../../protocol/node-edge/frames.ts'
import { Candidates } from '../../protocol/node-edge/probe.ts'
import { EdgeFrame } from '../../protocol/page-edge/frames.ts'
import { MESSAGE_KIND_RULES } from '../../protocol/page-edge/message-kinds.ts'
import { pageContract } from '../../protocol/page-edge/requests.ts'
import { NODE_EDGE, PAGE_EDGE } from '../../protocol/version.ts'
import * as protocol24 from '../versions/protocol-24.ts'
import * as protocol25 from '../versions/protocol-25.ts'

/** What each protocol is, by version. A change that a peer of the last version would not understand is a new version, and a line here. */
const PINNED_PAGE_EDGE: Record<number, string> = {
  25: 'cf20be9288cd95c0e587f3029c72aa276e649295b87e9dd9b94894c97610aa00',
  26: '11afe6b2029c2fd90519a972685b9cc088bf04e57bf0498808a35e0f893a9a4f',
}
/** Codes of errors that only pages are told make no other version of it. */
const PINNED_NODE_EDGE: Record<number, string> = {
  25: '9138fe4e65cb98473a6366c8df48234055ab11d3dad99b60c8f9a3c2a26a4132',
}
/** Of all that was the wire then, limits included. */
const PINNED_24 = '15d7d53a1e8ce8c1eb4f8197cbf402f60dc9d58c33dd859485fe3b0d9188e8e5'

/** Limits, which may be others without another version. */
const LIMITS: readonly unknown[] = ['max_length', 'min_length', 'max_value', 'min_value']

/**
 * A schema as plain data: what it is and what it asks for, without the functions that do the asking. Patterns and picks stand in
 * `requirement` and `options`, so that they count as well.
 */
function outline(part: unknown, limitsCount = false): unknown {
  if (part instanceof RegExp) return part.source
  if (typeof part === 'bigint') return part.toString()
  if (typeof part === 'function') return 'function'
  if (Array.isArray(part)) return part.map((each) => outline(each, limitsCount))
  if (typeof part !== 'object' || part === null) return part
  const told = Object.entries(part).filter(
    ([key]) => !key.startsWith('~') && key !== 'message' && key !== 'reference',
  )
  const isLimit = !limitsCount && 'type' in part && LIMITS.includes(part.type)
  const kept = isLimit ? told.filter(([key]) => key !== 'requirement' && key !== 'expects') : told
  return Object.fromEntries(kept.map(([key, value]) => [key, outline(value, limitsCount)]))
}

/** What pages and the edge say to each other; of messages, which kinds there are and whom they may be for. */
const pageEdge = {
  pageContract,
  EdgeFrame,
  kinds: Object.entries(MESSAGE_KIND_RULES).map(([kind, { to }]) => [kind, to]),
  overHttp: {
    Candidates,
    PageCheck,
    PageCheckOutcome,
    PageCheckRequest,
    LinkDevices,
    Site,
    Statistics,
    Swarm,
  },
}

/** The same of version 25, by its record. */
const { Candidates: Candidates25, PageCheck: PageCheck25, PageCheckOutcome: PageCheckOutcome25 } = protocol25
const pageEdge25 = {
  pageContract: protocol25.pageContract,
  EdgeFrame: protocol25.EdgeFrame,
  kinds: Object.entries(protocol25.MESSAGE_KIND_RULES).map(([kind, { to }]) => [kind, to]),
  overHttp: {
    Candidates: Candidates25,
    PageCheck: PageCheck25,
    PageCheckOutcome: PageCheckOutcome25,
    PageCheckRequest: protocol25.PageCheckRequest,
    LinkDevices: protocol25.LinkDevices,
    Site: protocol25.Site,
    Statistics: protocol25.Statistics,
    Swarm: protocol25.Swarm,
  },
}

/** What nodes and the edge do. */
const nodeEdge = { NodeFrame, EdgeToNodeFrame, overHttp: { Enrolled, Enrolment, ToldAddress } }

const hashOf = (wire: object, limitsCount = false): string =>
  createHash('sha256')
    .update(JSON.stringify(outline(wire, limitsCount)))
    .digest('hex')

test('V1 page-edge is what its version says', () => {
  expect(hashOf(pageEdge)).toBe(PINNED_PAGE_EDGE[PAGE_EDGE.newest])
})

test('V1 node-edge is what its version says', () => {
  expect(hashOf(nodeEdge)).toBe(PINNED_NODE_EDGE[NODE_EDGE.newest])
})

test('V1 the record of version 25 is what was released', () => {
  expect(hashOf(pageEdge25)).toBe(PINNED_PAGE_EDGE[25])
})

test('V1 another limit is no other version; another pattern, field or word is', () => {
  const field = (max: number, pattern = /^a/) => ({
    schema: v.object({ name: v.pipe(v.string(), v.maxLength(max), v.regex(pattern)) }),
  })
  expect(hashOf(field(8))).toBe(hashOf(field(9)))
  expect(hashOf(field(8))).not.toBe(hashOf(field(8, /^b/)))
  expect(hashOf({ schema: v.literal('a') })).not.toBe(hashOf({ schema: v.literal('b') }))
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
  expect(hashOf(wire, true)).toBe(PINNED_24)
})

test('V1 the outline sees a pattern and a literal', () => {
  const text = JSON.stringify(outline({ ...pageEdge, ...nodeEdge }))
  expect(text).toContain('^[A-Za-z0-9_-]{43}$')
  expect(text).toContain('"literal":"media-started"')
})
