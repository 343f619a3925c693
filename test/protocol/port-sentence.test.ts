import { expect, test } from 'vitest'
import { isFailure, portSentence } from '../../protocol/node-edge/port-sentence.ts'

const at = { protocol: 'udp', address: '203.0.113.7', port: 40_000 } as const

test('N18 what a lender reads of a port, and whether it keeps rooms away', () => {
  const said = (['reached', 'silent', 'refused', 'unfinished', 'private', 'no-way'] as const).map(
    (outcome) => [portSentence({ ...at, outcome }, []), isFailure({ ...at, outcome })],
  )
  expect(said).toEqual([
    ['UDP 40000 at 203.0.113.7 answers', false],
    ['UDP 40000 at 203.0.113.7 does not answer: open it in the firewall', true],
    [expect.stringContaining('is refused: forward it'), true],
    [expect.stringContaining('large packets are lost'), true],
    [expect.stringContaining('announce this machine’s public address'.replace('’', "'")), true],
    [expect.stringContaining('was not tried'), false],
  ])
})

test('N18 a lender reads where UDP and TCP are unlike, and what that comes from', () => {
  const udp = { ...at, outcome: 'silent' } as const
  const tcp = { ...at, protocol: 'tcp', outcome: 'reached' } as const
  expect(portSentence(udp, [udp, tcp])).toMatch(
    /^UDP 40000 at 203\.0\.113\.7 does not answer, though TCP does: .*--listen/,
  )
  const turned = [
    { ...udp, outcome: 'reached' },
    { ...tcp, outcome: 'silent' },
  ] as const
  expect(portSentence(turned[1], turned)).toMatch(/^TCP .* does not answer, though UDP does/)
  // Another port, or another address, says nothing of this one.
  const others = [
    { ...tcp, port: 40_001 },
    { ...tcp, address: '203.0.113.8' },
    { ...tcp, outcome: 'silent' },
  ] as const
  expect(portSentence(udp, [udp, ...others])).toMatch(/open it in the firewall$/)
})
