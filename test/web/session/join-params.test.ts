import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NodeId } from '../../../protocol/ids.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { PasswordProof } from '../../../protocol/page-edge/door.ts'
import { pageContract } from '../../../protocol/page-edge/requests.ts'
import { joinParamsOf } from '../../../web/core/session/join-params.ts'
import { keptInTab } from './kept-in-tab.ts'

const room = normaliseRoomName('Salon')
const name = v.parse(DisplayName, 'Ada')
const node = v.parse(NodeId, 'a-node')
const proof = v.parse(PasswordProof, 'p'.repeat(43))
const device = Promise.resolve(null)

/** What the connection itself says of a join, and what seals it, beside what they are given. */
const OF_THE_CONNECTION = ['protocol', 'resume', 'ticket', 'resumeOnly', 'linkProof']

beforeEach(() => {
  vi.stubGlobal('localStorage', keptInTab().storage)
  vi.stubGlobal('isSecureContext', true)
})

afterEach(() => vi.unstubAllGlobals())

test('a join says all that the protocol lets it say, and nothing else', async () => {
  const params = await joinParamsOf({
    room,
    name,
    device,
    password: { proof: Promise.resolve(proof) },
    preferredNode: node,
    measuredNodes: [{ node, roundTripMs: 12 }],
  })
  const known = Object.keys(pageContract.join.params.entries)
  expect(Object.keys(params).toSorted()).toEqual(
    known.filter((key) => !OF_THE_CONNECTION.includes(key)).toSorted(),
  )
  expect(v.parse(pageContract.join.params, { protocol: 1, ...params })).toMatchObject(params)
})

test('what there is nothing to say of is left out', async () => {
  vi.stubGlobal('isSecureContext', false)
  const params = await joinParamsOf({
    room,
    name,
    device,
    password: { proof: Promise.resolve(null) },
    preferredNode: null,
    measuredNodes: [],
  })
  expect(params).toEqual({ name, rtpCapabilities: null })
})
