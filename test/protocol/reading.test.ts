import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { closeCodeOf, ERROR_CODES, ProtocolError } from '../../protocol/errors.ts'
import { ROUTER_RTP_CAPABILITIES } from '../../protocol/media/codecs.ts'
import { RtpCapabilities } from '../../protocol/media/rtp.ts'
import { readPageRequest } from '../../protocol/page-edge/frames.ts'
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
