import * as v from 'valibot'
import { WireError } from '../../protocol/errors.ts'
import type { Invitation } from '../../protocol/http/invitation.ts'
import { Enrolled, type Enrolment } from '../../protocol/http/lending.ts'
import { type NodeKeyPair, signText } from '../../protocol/node-edge/keys.ts'
import { enrolmentText } from '../../protocol/node-edge/proofs.ts'
import { edgeUrl } from '../edge/edge-url.ts'
import { EXIT_CODES, ExitError } from '../shared/exit-error.ts'

/** How long the edge may take to answer. */
const TIMEOUT_MS = 15_000

/** What to tell people, by the edge's code; of others, what the edge says itself. */
const SENTENCES: Partial<Record<WireError['code'], string>> = {
  'invitation-used': "This invitation was used already: ask the edge's operator for another one.",
  'invitation-expired': "This invitation has expired: ask the edge's operator for another one.",
  'invitation-unknown':
    "The edge does not know this invitation: copy all of it, or ask the edge's operator for another one.",
}

/** Enrols the public half of the keys. Throws an ExitError with a sentence that says what to do. */
export async function redeemInvitation({ edge, code }: Invitation, keys: NodeKeyPair): Promise<Enrolled> {
  const base = new URL(edge)
  const { publicKey, privateKey } = keys
  const signature = await signText(privateKey, enrolmentText(base.host, code, publicKey))
  const answer = await post(base, { code, publicKey, signature })
  const enrolled = v.safeParse(Enrolled, answer)
  if (enrolled.success) return enrolled.output
  const error = v.safeParse(WireError, answer)
  const sentence = error.success
    ? (SENTENCES[error.output.code] ??
      `The edge refuses this node (${error.output.code}): ${error.output.message}.`)
    : `What answers at ${base.href} is no Essaim edge, or another version of it.`
  throw new ExitError(EXIT_CODES.refused, sentence)
}

/** The JSON in the answer; null where there is none. */
async function post(edge: URL, enrolment: Enrolment): Promise<unknown> {
  const response = await fetch(edgeUrl(edge, 'http', '/api/nodes'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(enrolment),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    const sentence = `The edge at ${edge.href} cannot be reached (${reasonOf(cause)}): the invitation was not used, try again.`
    throw new ExitError(EXIT_CODES.unreachable, sentence, { cause })
  })
  // Why it is no JSON helps nobody: `redeemInvitation` says what then answers there.
  return response.json().catch(() => null)
}

/** Node's fetch tells the reason only in the cause of its error. */
function reasonOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return cause instanceof Error ? cause.message : String(cause)
}
