import { signal } from '@preact/signals'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { NodeId } from '../../../protocol/ids.ts'
import { Probe } from '../../../protocol/node-edge/probe.ts'
import { NodeDistances } from '../../../web/app/node-distances.ts'
import { probeAnswer, shortestRoundTripMs } from '../../../web/core/network/measure-nodes.ts'

const probe: Probe = {
  usernameFragment: 'abcd1234',
  password: 'p'.repeat(32),
  address: '203.0.113.7',
  port: 40_000,
}

describe('X8 what is answered in a probe’s name', () => {
  test('the probe’s credentials and its one UDP candidate, for the offer’s data channel; DTLS is the node’s to begin', () => {
    const lines = probeAnswer(probe, 'data').split('\r\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'a=group:BUNDLE data',
        'a=mid:data',
        'a=ice-lite',
        'a=ice-ufrag:abcd1234',
        `a=ice-pwd:${'p'.repeat(32)}`,
        'a=setup:active',
        'a=candidate:1 1 udp 2130706431 203.0.113.7 40000 typ host',
      ]),
    )
    expect(lines.at(-1)).toBe('')
  })

  test.each([
    ['address', '203.0.113.7 1 typ host\r\na=x'],
    ['address', 'example.org'],
    ['password', `${'p'.repeat(32)}\r\na=x`],
    ['usernameFragment', 'ab cd'],
    ['port', 0],
  ])('a probe whose %s would write lines of its own is none: %j', (key, value) => {
    expect(v.is(Probe, probe)).toBe(true)
    expect(v.is(Probe, { ...probe, [key]: value })).toBe(false)
  })
})

describe('X8 the shortest round trip', () => {
  const pair = { type: 'candidate-pair', state: 'succeeded', currentRoundTripTime: 0.031 }

  test.each([
    ['nothing that was not answered', [{ ...pair, state: 'in-progress' }, { type: 'transport' }], null],
    ['nothing that was not timed', [{ type: 'candidate-pair', state: 'succeeded' }], null],
    ['the one there is', [{ type: 'transport' }, pair], 31],
    ['the least of several ways', [pair, { ...pair, currentRoundTripTime: 0.004 }], 4],
    ['one that takes no time', [{ ...pair, currentRoundTripTime: 0 }], 0],
  ])('%s', (_what, reports, expected) => {
    expect(shortestRoundTripMs(reports)).toBe(expected)
  })
})

describe('X8 what the page has found', () => {
  const near = { node: v.parse(NodeId, 'near'), roundTripMs: 4 }

  test('is told once it is there, and not waited for', async () => {
    const { promise, resolve } = Promise.withResolvers<(typeof near)[]>()
    const distances = new NodeDistances(() => promise, signal(false))
    distances.measure()
    expect(distances.found).toEqual([])
    resolve([near])
    await promise
    expect(distances.found).toEqual([near])
  })

  test('is nothing, and nothing is measured, while the address is hidden', async () => {
    let measured = 0
    const hides = signal(true)
    const distances = new NodeDistances(async () => {
      measured += 1
      return [near]
    }, hides)
    distances.measure()
    expect(measured).toBe(0)
    hides.value = false
    distances.measure()
    await expect.poll(() => distances.found).toEqual([near])
    hides.value = true
    expect(distances.found).toEqual([])
  })
})
