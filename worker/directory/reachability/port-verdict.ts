import {
  FAILED_CHECKS_TO_DOUBT,
  PORTS_RECHECK_MS,
  PORTS_RETRY_MAX_MS,
  PORTS_RETRY_MIN_MS,
} from '../../../protocol/limits.ts'
import type { TriedPort } from '../../../protocol/node-edge/port-check.ts'
import { isFailure } from '../../../protocol/node-edge/port-sentence.ts'

/** What is known of a node's media ports. */
export interface PortVerdict {
  readonly reachable: boolean
  /** What came of them when they were last tried; none before that. */
  readonly ports: readonly TriedPort[]
  /** CheckRecords in a row that reached not all of them, or said nothing. */
  readonly failures: number
}

export const NOT_TRIED: PortVerdict = { reachable: false, ports: [], failures: 0 }

/**
 * What is known after one more check; `null` is one that said nothing, as when the prover went. One prover alone makes no
 * reachable node unreachable: it may lie, or stand badly itself.
 */
export function afterCheck(before: PortVerdict, ports: readonly TriedPort[] | null): PortVerdict {
  const failures = before.failures + 1
  if (ports === null || ports.every(({ outcome }) => outcome === 'no-way')) return { ...before, failures }
  if (!ports.some(isFailure)) return { reachable: true, ports, failures: 0 }
  return { reachable: before.reachable && failures < FAILED_CHECKS_TO_DOUBT, ports, failures }
}

/** How long the node is left alone then, in ms. */
export function recheckAfterMs({ failures }: PortVerdict): number {
  if (failures === 0) return PORTS_RECHECK_MS
  return Math.min(PORTS_RETRY_MIN_MS * 2 ** (failures - 1), PORTS_RETRY_MAX_MS)
}
