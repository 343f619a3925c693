import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { EdgeToNodeFrame, NodeFrame } from '../../protocol/node-edge/frames.ts'
import { PageEvent } from '../../protocol/page-edge/events.ts'
import { EdgeFrame } from '../../protocol/page-edge/frames.ts'
import { OutgoingMessage } from '../../protocol/page-edge/messages.ts'
import { readPageRequest } from '../../protocol/page-edge/read-request.ts'
import { PAGE_REQUEST_NAMES, pageContract, Welcome } from '../../protocol/page-edge/requests.ts'
import { isSpoken, NODE_EDGE, PAGE_EDGE, versionBefore } from '../../protocol/version.ts'
import { FormerVersions } from '../../protocol/versions/former-versions.ts'
import { FORMER_NODE_EDGE } from '../../protocol/versions/node-edge.ts'
import { FORMER_PAGE_EDGE } from '../../protocol/versions/page-edge.ts'
import { renaming } from '../../protocol/versions/renames.ts'
import { holds } from '../support/property.ts'
import { arbitraryOf } from '../support/schema-arbitrary.ts'
import * as protocol24 from '../versions/protocol-24.ts'
import * as protocol25 from '../versions/protocol-25.ts'

/** Of each request, and each event; and of all frames of nodes. */
const OF_EACH = { usually: 8, inLongRun: 300 }
const OF_FRAMES = { usually: 200, inLongRun: 8_000 }

const pageRequestTo24 = (request: unknown) => FORMER_PAGE_EDGE.toFormer(24, 'request', request)
const pageRequestFrom24 = (request: unknown) => FORMER_PAGE_EDGE.toNewest(24, 'request', request)
const edgeFrameTo24 = (frame: unknown) => FORMER_PAGE_EDGE.toFormer(24, 'frame', frame)
const edgeFrameFrom24 = (frame: unknown) => FORMER_PAGE_EDGE.toNewest(24, 'frame', frame)

/** What the versions before have not, of requests, events and fields: it is of encrypted rooms, or goes without being told. */
const OF_26: readonly string[] = [
  'commit',
  'describe-group',
  'group-changed',
  'encrypted',
  'linkProof',
  'group',
  'removed',
  'claim-secret',
  'set-spoken-words',
  'spokenWords',
  'changesLink',
  'set-constant-rate',
  'constantRate',
]
const FORMER_REQUESTS = PAGE_REQUEST_NAMES.filter((name) => !OF_26.includes(name))
const FORMER_EVENTS = PageEvent.options.filter(({ entries }) => !OF_26.includes(entries.event.literal))
const formerEvent = fc.oneof(...FORMER_EVENTS.map((option) => arbitraryOf<v.GenericSchema>(option)))

/**
 * As JSON has it (what is undefined is not there), in a room that is not encrypted: whoever speaks a version before is in no other.
 */
const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, each: unknown) => {
    if (OF_26.includes(key)) return undefined
    return typeof each === 'object' && each !== null && 'sealed' in each ? 'plain' : each
  })

/** Codes that version 24 has no word for come back as what came nearest. */
const hasNewCode = (value: unknown): boolean =>
  !JSON.stringify(edgeFrameFrom24(edgeFrameTo24(value))).includes(JSON.stringify(value).slice(1, -1))

const SAID = { kind: 'chat', addressee: { to: 'everyone' }, payload: 'x' } as const
const outgoing = fc
  .option(fc.constant('a'.repeat(16)), { nil: null })
  .map((sendId) => v.parse(OutgoingMessage, { ...SAID, ...(sendId !== null && { sendId }) }))
const Asked = v.looseObject({ request: v.string(), params: v.unknown() })

const contract24: Readonly<Record<string, { readonly params: v.GenericSchema }>> = protocol24.pageContract

describe('V1 version 24', () => {
  test.each(FORMER_REQUESTS)('%s of a page, there and back', (name) => {
    const params =
      name === 'send-message' ? outgoing : arbitraryOf<v.GenericSchema>(pageContract[name].params)
    holds(
      params,
      (drawn) => {
        const request = asJson({ id: 1, request: name, params: drawn })
        const then = v.parse(Asked, pageRequestTo24(request))
        const former = contract24[then.request]?.params ?? v.never()
        expect(asJson(v.parse(former, then.params))).toEqual(then.params)
        expect(pageRequestFrom24(then)).toEqual(request)
      },
      OF_EACH,
    )
  })

  test.each(FORMER_EVENTS.map((option) => [option.entries.event.literal, option] as const))(
    'event %s, there and back',
    (_, option) =>
      holds(
        arbitraryOf<v.GenericSchema>(option),
        (data) => {
          const frame = asJson({ seq: 1, data })
          const then = edgeFrameTo24(frame)
          expect(asJson(v.parse(protocol24.SequencedEvent, then))).toEqual(then)
          expect(edgeFrameFrom24(then)).toEqual(frame)
        },
        OF_EACH,
      ),
  )

  test('a welcome, what was missed, and the news of the lobby, there and back', () => {
    const missed = formerEvent.map((data) => ({
      id: 1,
      result: { kind: 'resumed', missed: [{ seq: 3, data }] },
    }))
    const frames = fc.oneof(
      arbitraryOf(Welcome).map((result) => ({ id: 1, result })),
      missed,
      fc.constantFrom({ lobby: 'admitted' }, { id: 1, error: { code: 'denied', message: 'no' } }),
    )
    holds(
      frames,
      (drawn) => {
        const frame = asJson(drawn)
        const then = edgeFrameTo24(frame)
        v.assert(protocol24.EdgeFrame, then)
        v.assert(EdgeFrame, frame)
        expect(edgeFrameFrom24(then)).toEqual(frame)
      },
      OF_FRAMES,
    )
    expect(hasNewCode({ id: 1, error: { code: 'ping-timeout', message: '' } })).toBe(true)
  })

  test.each([
    ['fromNode', NodeFrame, protocol24.NodeFrame],
    ['toNode', EdgeToNodeFrame, protocol24.EdgeToNodeFrame],
  ] as const)('frames %s, there and back', (part, newest, former) => {
    const seen = new Set<string>()
    holds(
      arbitraryOf<v.GenericSchema>(newest),
      (drawn) => {
        const frame = asJson(asIn24(drawn))
        const then = FORMER_NODE_EDGE.toFormer(24, part, frame)
        expect(asJson(v.parse(former, then))).toEqual(then)
        expect(FORMER_NODE_EDGE.toNewest(24, part, then)).toEqual(frame)
        for (const [, name] of JSON.stringify(then).matchAll(/"(?:op|outcome|event)":"([a-z-]+)"/g)) {
          if (name) seen.add(name)
        }
      },
      OF_FRAMES,
    )
    const expected = newest === NodeFrame ? ['relayed', 'sent-through'] : ['rest-through', 'set-relayed']
    expect([...seen]).toEqual(expect.arrayContaining(expected))
  })

  test('M13 a node of then passes over that a picture awaits its page', () => {
    const op = { op: 'consume', transport: 'aaaaaaaa', producer: 'bbbbbbbb' }
    const batch = (ops: readonly object[]) => ({ type: 'batch', batch: { id: 1, room: 'a'.repeat(64), ops } })
    const then = FORMER_NODE_EDGE.toFormer(24, 'toNode', batch([{ ...op, awaitsView: true }]))
    expect(v.parse(protocol24.EdgeToNodeFrame, then)).toEqual(batch([op]))
  })

  test.each([
    ['a request by the name of today', { request: 'send-message', params: SAID }],
    ['and one with its fields', { request: 'report-path', params: { generation: 1, viaTurn: true } }],
    ['a name of nobody', { request: '__proto__', params: {} }],
  ])('says what it says by its own names alone: %s is a bad message', (_, frame) => {
    expect(() => readPageRequest(JSON.stringify({ id: 1, ...frame }), () => {}, 24)).toThrow(
      expect.objectContaining({ code: 'bad-message' }),
    )
  })

  test.each([
    ['page-edge', PAGE_EDGE, FORMER_PAGE_EDGE],
    ['node-edge', NODE_EDGE, FORMER_NODE_EDGE],
  ])('every version of %s that is spoken has its words', (_, { newest, oldest }, former) => {
    expect(former.versions).toEqual(Array.from({ length: newest - oldest }, (_, i) => newest - 1 - i))
  })

  test('is spoken, and all up to the newest; no other, and nothing that is no version', () => {
    expect([24, 25, 26].every((version) => isSpoken(PAGE_EDGE, version))).toBe(true)
    expect([23, 27, 24.5, -1, 1e308, Number.NaN].some((version) => isSpoken(PAGE_EDGE, version))).toBe(false)
  })
})

describe('V1 version 25', () => {
  const contract25: Readonly<Record<string, { readonly params: v.GenericSchema }>> = protocol25.pageContract

  test.each(FORMER_REQUESTS)('%s of a page is what it was', (name) => {
    const drawn = name === 'send-message' ? outgoing : arbitraryOf<v.GenericSchema>(pageContract[name].params)
    holds(
      drawn,
      (params) => {
        const request = asJson({ id: 1, request: name, params })
        expect(FORMER_PAGE_EDGE.toFormer(25, 'request', request)).toEqual(request)
        expect(FORMER_PAGE_EDGE.toNewest(25, 'request', request)).toEqual(request)
        expect(asJson(v.parse(contract25[name]?.params ?? v.never(), asJson(params)))).toEqual(asJson(params))
      },
      OF_EACH,
    )
  })

  test('what the edge tells in a plain room is what it was', () => {
    const event = formerEvent.map((data) => ({ seq: 3, data }))
    const welcome = arbitraryOf(Welcome).map((result) => ({ id: 1, result }))
    holds(
      fc.oneof(event, welcome),
      (drawn) => {
        const frame = asJson(drawn)
        expect(FORMER_PAGE_EDGE.toFormer(25, 'frame', frame)).toEqual(frame)
        expect(FORMER_PAGE_EDGE.toNewest(25, 'frame', frame)).toEqual(frame)
        v.assert(protocol25.EdgeFrame, frame)
        // The edge of then says nothing of encryption: that is no encrypted room.
        v.assert(EdgeFrame, frame)
      },
      OF_FRAMES,
    )
  })

  test('it is told nothing of a group, of who was put out, nor of words and constant rates', () => {
    const left = { event: 'peer-left', peer: 'p'.repeat(16) }
    const told = { ...left, removed: true }
    const to25 = (frame: object) => FORMER_PAGE_EDGE.toFormer(25, 'frame', frame)
    expect(to25({ seq: 2, data: told })).toEqual({ seq: 2, data: left })
    const missed = { kind: 'resumed', missed: [{ seq: 2, data: told }] }
    expect(to25({ id: 1, result: missed })).toEqual({
      id: 1,
      result: { kind: 'resumed', missed: [{ seq: 2, data: left }] },
    })
    const welcome = { kind: 'welcome', seq: 1 }
    expect(to25({ id: 1, result: { ...welcome, group: null } })).toEqual({ id: 1, result: welcome })
    const settings = { locked: true, spokenWords: 3, constantRate: true }
    expect(to25({ id: 1, result: { ...welcome, room: settings } })).toEqual({
      id: 1,
      result: { ...welcome, room: { locked: true } },
    })
    const changed = { event: 'room-settings-changed', room: settings }
    expect(to25({ seq: 2, data: changed })).toEqual({ seq: 2, data: { ...changed, room: { locked: true } } })
  })

  test('an edge that says nothing of a group has none', () => {
    holds(
      arbitraryOf(Welcome),
      ({ group: _group, ...welcome }) => expect(v.parse(Welcome, welcome).group).toBeNull(),
      OF_EACH,
    )
  })

  test.each(['link-required', 'wrong-link', 'not-encrypted', 'wrong-words'])(
    'it is told %s by a code that it knows',
    (code) => {
      const frame = FORMER_PAGE_EDGE.toFormer(25, 'frame', { id: 1, error: { code, message: 'no' } })
      expect(frame).toEqual({ id: 1, error: { code: 'not-allowed', message: 'no' } })
      expect(FORMER_PAGE_EDGE.toFormer(25, 'closeReason', code)).toBe('not-allowed')
      expect(FORMER_PAGE_EDGE.toFormer(24, 'closeReason', code)).toBe('not-allowed')
      v.assert(protocol25.EdgeFrame, frame)
    },
  )

  test('all else that a socket is closed with is said as it was', () => {
    const reason = 'rate-limited retry-after=5'
    expect(FORMER_PAGE_EDGE.toFormer(25, 'closeReason', reason)).toBe(reason)
  })
})

describe('V1 several former versions', () => {
  /** What is `name` today was `before` in version 2, and `first` in version 1. */
  const former = new FormerVersions({
    1: { text: renaming({ texts: { before: 'first' } }) },
    2: { text: renaming({ texts: { name: 'before' } }) },
  })

  test.each([
    [1, 'first'],
    [2, 'before'],
    [3, 'name'],
    [0, 'name'],
  ])('version %i says it in its own words', (version, said) => {
    expect(former.toFormer(version, 'text', 'name')).toBe(said)
    expect(former.toNewest(version, 'text', said)).toBe('name')
  })

  test('are tried one by one, down to the oldest', () => {
    expect([3, 2, 1].map((version) => versionBefore({ newest: 3, oldest: 1 }, version))).toEqual([2, 1, null])
  })
})

/** The same as version 24 knows it: errors by one of its names, and without the fields that may be there since. */
const asIn24 = (frame: unknown): unknown =>
  JSON.parse(
    JSON.stringify(frame).replace(
      /"code":"[a-z-]+"|,"retryAfterMs":\d+|,"awaitsView":(?:true|false)/g,
      (part) => (part.startsWith(',') ? '' : '"code":"denied"'),
    ),
  )
