import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { closeCodeOf, ERROR_CODES, ProtocolError } from '../../protocol/errors.ts'
import { ROUTER_RTP_CAPABILITIES } from '../../protocol/media/codecs.ts'
import { RtpCapabilities } from '../../protocol/media/rtp.ts'
import { readNodeFrame } from '../../protocol/node-edge/frames.ts'
import { readEdgeFrame } from '../../protocol/page-edge/frames.ts'
import { readPageRequest } from '../../protocol/page-edge/read-request.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'

const read = (frame: unknown) => {
  const ids: number[] = []
  const request = () =>
    readPageRequest(typeof frame === 'string' ? frame : JSON.stringify(frame), (id) => ids.push(id))
  return { ids, request }
}

describe('a page’s request', () => {
  test('is read with its parameters', () => {
    const { request } = read({ id: 7, request: 'set-locked', params: { locked: true } })
    expect(request()).toEqual({
      id: 7,
      request: { name: 'set-locked', params: { locked: true } },
      protocol: PAGE_EDGE.newest,
    })
  })

  test('keeps nothing that the contract does not name', () => {
    const { request } = read({ id: 7, request: 'leave', params: { role: 'moderator' } })
    expect(request().request.params).toEqual({})
  })

  test.each([
    [{ id: 7, request: 'set-locked', params: { locked: 1 } }, [7]],
    [{ id: 7, request: 'toString', params: {} }, [7]],
    [{ id: 7 }, [7]],
    [{ id: -1, request: 'leave', params: {} }, []],
    [{ id: '7', request: 'leave', params: {} }, []],
    ['{', []],
  ])('%j is refused, with its id where it has one', (frame, expected) => {
    const { ids, request } = read(frame)
    expect(request).toThrow(ProtocolError)
    expect(ids).toEqual(expected)
  })

  test('is refused without repeating what it held', () => {
    const { request } = read({ id: 1, request: 'join', params: { protocol: 1, name: 's3cret\u202e' } })
    expect(request).toThrow(/expected/)
    expect(request).not.toThrow(/s3cret/)
  })
})

describe('V2 an event whose name is not known', () => {
  test('is passed over by a page, but for its number, and one of a node altogether', () => {
    const data = { event: 'weather-changed', peer: 7 }
    expect(readEdgeFrame(JSON.stringify({ seq: 9, data }))).toEqual({ seq: 9, unknown: 'weather-changed' })
    for (const version of [24, 25]) {
      expect(readNodeFrame(JSON.stringify({ type: 'event', event: data }), version)).toEqual({
        type: 'unknown-event',
        event: 'weather-changed',
      })
    }
  })

  const bad = expect.objectContaining({ code: 'bad-message' })
  const noEvents: [what: string, event: unknown][] = [
    ['a name that is none', { event: 'Weather changed' }],
    ['a name without end', { event: 'x'.repeat(65) }],
    ['no name', { happened: 'peer-left' }],
    ['no event', 'peer-left'],
  ]

  test.each([['a known one with wrong fields', { event: 'peer-left', peer: 7 }], ...noEvents])(
    'is another thing than %s, at a page',
    (_, data) => expect(() => readEdgeFrame(JSON.stringify({ seq: 9, data }))).toThrow(bad),
  )

  test.each([['a known one with wrong fields', { event: 'pages-heard', pages: 7 }], ...noEvents])(
    'is another thing than %s, of a node',
    (_, event) => expect(() => readNodeFrame(JSON.stringify({ type: 'event', event }))).toThrow(bad),
  )

  test('needs a right number, and what is no event of a known kind stays unread', () => {
    const data = { event: 'weather-changed' }
    for (const frame of [{ seq: 0, data }, { seq: '9', data }, { data }, { lobby: 'weather-changed' }]) {
      expect(() => readEdgeFrame(JSON.stringify(frame))).toThrow(bad)
    }
    expect(() => readNodeFrame(JSON.stringify({ type: 'weather', event: data }))).toThrow(bad)
  })
})

describe('errors', () => {
  test.each(ERROR_CODES)('%s has a close code of our own and crosses the wire', (code) => {
    expect(closeCodeOf(code)).toBeGreaterThanOrEqual(4400)
    expect(closeCodeOf(code)).toBeLessThan(4600)
    const error = new ProtocolError(code, 'why')
    expect(ProtocolError.fromWire(error.toWire())).toMatchObject({ code, message: 'why' })
  })

  test('an unknown cause crosses bare', () => {
    const error = ProtocolError.from(new Error('at /home/someone/secret.ts'))
    expect(error.toWire()).toEqual({ code: 'internal', message: 'something went wrong on our side' })
  })
})

test('the pinned capabilities are capabilities', () => {
  expect(v.parse(RtpCapabilities, ROUTER_RTP_CAPABILITIES)).toEqual(ROUTER_RTP_CAPABILITIES)
})
