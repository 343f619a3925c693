import type { ErrorCode } from '../../../protocol/errors.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'

/** What a page may be told of why its node did not do something; the node says it, and could say anything. */
const TOLD: readonly ErrorCode[] = [
  'stale-media',
  'media-unsupported',
  'producer-id-taken',
  'node-unreachable',
  'node-timeout',
]

/** Why the node did not do what a page asked, as the page is told it. */
export function failureAtNode(outcome: NodeOutcome | undefined): {
  readonly code: ErrorCode
  readonly message: string
} {
  if (outcome?.outcome !== 'failed')
    return { code: 'bad-node-answer', message: 'the node’s answer does not fit' }
  const { code, message } = outcome
  return { code: TOLD.includes(code) ? code : 'media-failed', message }
}
