import type { PortOutcome, TriedPort } from '../../../protocol/node-edge/port-check.ts'
import type { CheckState } from '../../../web/features/port-check/check-sheet.tsx'

const port = (protocol: TriedPort['protocol'], outcome: PortOutcome, address = '203.0.113.7'): TriedPort => ({
  protocol,
  address,
  port: 40_000,
  outcome,
})

const LENDER = 'Bibliothèque de Lyon'

/** What a lender may come to see of a node. */
export const FAKE_CHECKS: Readonly<Record<'reached' | 'closed' | 'trying' | 'spent' | 'failed', CheckState>> =
  {
    reached: { lender: LENDER, reachable: true, ports: [port('udp', 'reached'), port('tcp', 'reached')] },
    closed: {
      lender: LENDER,
      reachable: false,
      ports: [
        port('udp', 'silent'),
        port('tcp', 'reached'),
        port('udp', 'no-way', '2001:db8:1234:5678:11:2233:4455:6677'),
        port('tcp', 'unfinished'),
      ],
    },
    trying: 'trying',
    spent: 'spent',
    failed: 'failed',
  }
