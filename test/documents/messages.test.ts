import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ToldAddress } from '../../protocol/addresses/public-address.ts'
import {
  Enrolled,
  Enrolment,
  InvitationRequest,
  ListedNodes,
  NewInvitation,
} from '../../protocol/http/lending.ts'
import { LinkDevices } from '../../protocol/http/link-devices.ts'
import { PageCheck, PageCheckOutcome, PageCheckRequest } from '../../protocol/http/page-check.ts'
import { Statistics } from '../../protocol/http/statistics.ts'
import { Swarm } from '../../protocol/http/swarm.ts'
import { TurnUsage } from '../../protocol/media/turn.ts'
import { NodeEvent } from '../../protocol/node-edge/events.ts'
import { EdgeToNodeFrame, NodeFrame } from '../../protocol/node-edge/frames.ts'
import { CheckAnswer, CheckAsk, Reachability } from '../../protocol/node-edge/port-check.ts'
import { Candidates } from '../../protocol/node-edge/probe.ts'
import { NodeOp, NodeOutcome } from '../../protocol/node-edge/requests.ts'
import { PageEvent } from '../../protocol/page-edge/events.ts'
import { EdgeFrame } from '../../protocol/page-edge/frames.ts'
import { PAGE_REQUEST_NAMES, pageContract } from '../../protocol/page-edge/requests.ts'
import { jsonBlocksUnder } from './examples.ts'
import { PROTOCOL } from './rules.ts'

const under = (heading: string): readonly unknown[] =>
  jsonBlocksUnder(PROTOCOL, heading).flatMap(({ values }) => values)

/** Read, it is what it was: nothing is in it that the schema does not know. */
const expectRead = (schema: v.GenericSchema, example: unknown): void =>
  expect(v.parse(schema, example), JSON.stringify(example)).toEqual(example)

/** What the options of a variant are called, by the part that tells them apart. */
function namesOf(
  variant: { readonly options: readonly { readonly entries: object }[] },
  key: string,
): unknown[] {
  const literals = variant.options.map(({ entries }) => v.parse(Literal, Reflect.get(entries, key)).literal)
  return literals.toSorted()
}
const Literal = v.object({ literal: v.string() })

/** How examples are called by that part, or by that part of a part. */
const called = (examples: readonly unknown[], ...path: readonly string[]): unknown[] => {
  const names = examples.flatMap((example) => {
    const found = path.reduce<unknown>(
      (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
      example,
    )
    return found === undefined ? [] : [found]
  })
  return [...new Set(names)].toSorted()
}

describe('what a page asks for', () => {
  const Request = v.object({ id: v.number(), request: v.picklist(PAGE_REQUEST_NAMES), params: v.unknown() })
  const Result = v.object({ id: v.number(), result: v.unknown() })
  const examples = [...under('Joining, in messages'), ...under('Requests of a page, and their answers')]
  const asked = examples.filter((example) => v.is(Request, example))

  test('there is an example of each request', () => {
    expect(called(asked, 'request')).toEqual([...PAGE_REQUEST_NAMES].toSorted())
  })

  test('each is read, and so is the answer that stands under it', () => {
    let last: v.InferOutput<typeof Request> | null = null
    for (const example of examples) {
      if (v.is(Request, example)) {
        expectRead(pageContract[example.request].params, example.params)
        last = example
      } else if (v.is(Result, example)) {
        expect(example.id).toBe(last?.id)
        expectRead(pageContract[last?.request ?? 'leave'].result, example.result)
      } else expectRead(EdgeFrame, example)
    }
  })

  test('each is answered', () => {
    const answers = examples.filter((example) => v.is(v.object({ id: v.number() }), example))
    expect(answers).toHaveLength(2 * asked.length)
  })

  test('a join is answered in each of its three ways', () => {
    expect(called(examples, 'result', 'kind')).toEqual(['resumed', 'waiting', 'welcome'])
  })
})

describe('what a page is told', () => {
  const examples = under('What a page is told')

  test('there is an example of each event', () => {
    expect(called(examples, 'data', 'event')).toEqual(namesOf(PageEvent, 'event'))
  })

  test('each is read', () => {
    for (const example of examples) expectRead(EdgeFrame, example)
  })
})

describe('what nodes and the edge say to each other', () => {
  const examples = [...under('A node and the edge'), ...under('Checks of a node’s ports, in messages')]

  test('there is an example of each frame, event, question and answer', () => {
    expect(called(examples, 'type')).toEqual(
      [...namesOf(NodeFrame, 'type'), ...namesOf(EdgeToNodeFrame, 'type')].toSorted(),
    )
    expect(called(examples, 'event', 'event')).toEqual(namesOf(NodeEvent, 'event'))
    expect(called(examples, 'ask', 'ask')).toEqual(namesOf(CheckAsk, 'ask'))
    expect(called(examples, 'answer', 'answer')).toEqual(namesOf(CheckAnswer, 'answer'))
  })

  test('each is read', () => {
    const fromNodes = new Set(namesOf(NodeFrame, 'type'))
    for (const example of examples) {
      const [type] = called([example], 'type')
      expectRead(fromNodes.has(type) ? NodeFrame : EdgeToNodeFrame, example)
    }
  })
})

describe('what the edge asks of a node for a room', () => {
  const examples = under('Operations, and what became of each')

  test('there is an example of each operation and of each outcome', () => {
    expect(called(examples, 'op')).toEqual(namesOf(NodeOp, 'op'))
    expect(called(examples, 'outcome')).toEqual(namesOf(NodeOutcome, 'outcome'))
  })

  test('operations are read, each with the outcome under it', () => {
    for (const [index, example] of examples.entries())
      expectRead(index % 2 === 0 ? NodeOp : NodeOutcome, example)
  })
})

/** What each address takes, if anything, and answers. */
const OVER_HTTP: Readonly<Record<string, readonly v.GenericSchema[]>> = {
  'GET /api/stats': [Statistics],
  'GET /api/swarm': [Swarm],
  'GET /api/candidates': [Candidates],
  'GET /api/address': [ToldAddress],
  'GET /api/rooms/:room/link': [LinkDevices],
  'POST /api/nodes': [Enrolment, Enrolled],
  'POST /api/checks': [PageCheckRequest, PageCheck],
  'POST /api/checks/outcome': [PageCheckOutcome, Reachability],
  'POST /api/admin/invitations': [InvitationRequest, NewInvitation],
  'GET /api/admin/nodes': [ListedNodes],
  'GET /api/admin/turn': [TurnUsage],
}

test('there is an example of what goes over HTTP, and each is read', () => {
  const blocks = jsonBlocksUnder(PROTOCOL, 'Over HTTP, in messages').map(
    ({ before, values }) => [/`([^`]+)`/.exec(before)?.[1] ?? '', values] as const,
  )
  expect(blocks.map(([address]) => address)).toEqual(Object.keys(OVER_HTTP))
  for (const [address, values] of blocks) {
    const schemas = OVER_HTTP[address] ?? []
    expect(values).toHaveLength(schemas.length)
    for (const [index, schema] of schemas.entries()) expectRead(schema, values[index])
  }
})
