import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { NodeId } from '../../protocol/ids.ts'
import { PORTS_RECHECK_MS } from '../../protocol/limits.ts'
import type { PortOutcome, TriedPort } from '../../protocol/node-edge/port-check.ts'
import { chooseProver, type Prover } from '../../worker/directory/reachability/choose-prover.ts'
import {
  afterCheck,
  NOT_TRIED,
  type PortVerdict,
  recheckAfterMs,
} from '../../worker/directory/reachability/port-verdict.ts'

const ports = (...outcomes: PortOutcome[]): TriedPort[] =>
  outcomes.map((outcome) => ({ protocol: 'udp', address: '203.0.113.7', port: 40_000, outcome }))

const GOOD: PortVerdict = { reachable: true, ports: ports('reached'), failures: 0 }
const suspected = (failures: number): PortVerdict => ({ ...GOOD, failures })

describe('N18 what is known of a node after a check', () => {
  test.each([
    ['nothing before, and all reached', NOT_TRIED, ports('reached', 'reached'), true, 0],
    ['nothing before, and one silent', NOT_TRIED, ports('reached', 'silent'), false, 1],
    ['nothing before, and one refused', NOT_TRIED, ports('refused', 'reached'), false, 1],
    ['nothing before, and one that DTLS does not finish at', NOT_TRIED, ports('unfinished'), false, 1],
    ['nothing before, and a private address', NOT_TRIED, ports('private'), false, 1],
    ['nothing before, and no way to some', NOT_TRIED, ports('reached', 'no-way'), true, 0],
    ['nothing before, and no way to any', NOT_TRIED, ports('no-way', 'no-way'), false, 1],
    ['nothing before, and a check that says nothing', NOT_TRIED, null, false, 1],
    ['good, and one silent', GOOD, ports('silent'), true, 1],
    ['suspected, and one silent again', suspected(1), ports('silent'), false, 2],
    ['suspected, and a check that says nothing', suspected(1), null, true, 2],
    ['suspected, and all reached', suspected(1), ports('reached'), true, 0],
  ] as const)('%s', (_what, before, tried, reachable, failures) => {
    expect(afterCheck(before, tried)).toMatchObject({ reachable, failures })
  })

  test('what a check says nothing of stays as it was', () => {
    expect(afterCheck(GOOD, null).ports).toEqual(GOOD.ports)
    expect(afterCheck(GOOD, ports('no-way')).ports).toEqual(GOOD.ports)
  })

  test('it is tried again after six hours; after a failure sooner, and ever less often', () => {
    expect(recheckAfterMs(GOOD)).toBe(PORTS_RECHECK_MS)
    expect([1, 2, 3, 5, 6, 60].map((failures) => recheckAfterMs(suspected(failures)) / 1_000)).toEqual([
      30, 60, 120, 480, 600, 600,
    ])
  })
})

describe('N19 who tries the ports', () => {
  const prover = (id: string, isOwn = false): Prover => ({ node: v.parse(NodeId, id), isOwn })
  const [own, lent, other] = [prover('own', true), prover('lent'), prover('other')]
  test.each([
    ['nobody where there is nobody', [], null, null],
    ['the operator’s own before one that is lent', [lent, own], null, 'own'],
    ['another one than the last time, even if that was the operator’s own', [lent, own], own.node, 'lent'],
    ['another one than the last time', [lent, other], lent.node, 'other'],
    ['the same again where there is no other', [own], own.node, 'own'],
  ] as const)('%s', (_what, provers, last, chosen) => {
    expect(chooseProver(provers, last, () => 0)).toBe(chosen)
  })

  test('any of them', () => {
    expect([0, 0.5, 0.999].map((drawn) => chooseProver([lent, other], null, () => drawn))).toEqual([
      'lent',
      'other',
      'other',
    ])
  })
})
