import { describe, expect, test } from 'vitest'
import { type ErrorCode, ProtocolError } from '../../../protocol/errors.ts'
import { NODE_EDGE } from '../../../protocol/version.ts'
import { DialPlan } from '../../../sfu-node/edge/dial-plan.ts'

const PAUSE_MS = 1_000
const cut = { wasRegistered: false, told: undefined, refusal: undefined, retryAfterMs: undefined }
/** The edge said why in a frame, and closed the socket. */
const told = (code: ErrorCode) => {
  const error = new ProtocolError(code, 'no')
  return { ...cut, told: error, refusal: error }
}
const planOf = () => new DialPlan(() => PAUSE_MS)

describe('what a node does when its socket has ended', () => {
  test('V1 it goes back through versions one by one, then waits, and begins with the newest again', () => {
    const plan = planOf()
    for (let version = NODE_EDGE.newest; version > NODE_EDGE.oldest; version -= 1) {
      expect(plan.speaks).toBe(version)
      expect(plan.ended(told('unsupported-protocol')).do).toBe('speak-older')
    }
    expect(plan.speaks).toBe(NODE_EDGE.oldest)
    const last = plan.ended(told('unsupported-protocol'))
    expect(last).toMatchObject({ do: 'wait-for-version', error: { code: 'unsupported-protocol' } })
    expect('retryMs' in last && last.retryMs).toBeGreaterThanOrEqual(PAUSE_MS)
    expect(plan.speaks).toBe(NODE_EDGE.newest)
  })

  test('V1 a cut socket is dialled again in the version that was being tried', () => {
    const plan = planOf()
    plan.ended(told('unsupported-protocol'))
    expect(plan.ended(cut).do).toBe('dial')
    expect(plan.speaks).toBe(NODE_EDGE.newest - 1)
  })

  test('V1 after a socket that the edge took it begins with the newest', () => {
    const plan = planOf()
    plan.ended(told('unsupported-protocol'))
    plan.registered()
    expect(plan.ended({ ...cut, wasRegistered: true }).do).toBe('dial')
    expect(plan.speaks).toBe(NODE_EDGE.newest)
  })

  test('whoever is refused for good dials no more', () => {
    expect(planOf().ended(told('revoked'))).toMatchObject({ do: 'give-up', error: { code: 'revoked' } })
  })

  test('G8 an edge that says when to come back is not dialled before', () => {
    const next = planOf().ended({ ...cut, retryAfterMs: 60_000 })
    expect('retryMs' in next && next.retryMs).toBeGreaterThanOrEqual(60_000)
  })
})
