import * as v from 'valibot'
import { readJson, readWith } from '../reading.ts'
import { PAGE_EDGE } from '../version.ts'
import { FORMER_PAGE_EDGE } from '../versions/page-edge.ts'
import { RequestId } from './frames.ts'
import { PAGE_REQUEST_NAMES, type PageRequest, pageContract } from './requests.ts'

// Apart from frames.ts: a page reads no requests, and has no use for the words of former versions.

const RequestEnvelope = v.object({
  id: RequestId,
  request: v.picklist(PAGE_REQUEST_NAMES),
  params: v.unknown(),
})

/** What says in every version which one is spoken: `join`, and what is asked before it. */
const Spoken = v.object({
  request: v.picklist(['join', 'claim-secret']),
  params: v.object({ protocol: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
})

/** A request as far as it could be read: with an id, its sender can be told what was wrong with the rest. */
export type ReadRequest = { id: number; request: PageRequest; protocol: number }

/**
 * Reads a page's message. Throws `bad-message`; where the id could be read, `onId` was called with it before.
 *
 * @param protocol - The version that the page speaks: `join` or `claim-secret` says it, and it is answered for all that follows.
 */
export function readPageRequest(
  text: string,
  onId: (id: number) => void,
  protocol = PAGE_EDGE.newest,
): ReadRequest {
  const said = readJson(text)
  const first = v.safeParse(Spoken, said)
  const spoken = first.success ? first.output.params.protocol : protocol
  const json = FORMER_PAGE_EDGE.toNewest(spoken, 'request', said)
  const identified = v.safeParse(v.looseObject({ id: RequestId }), json)
  if (identified.success) onId(identified.output.id)
  const { id, request: name, params } = readWith(RequestEnvelope, json)
  // The contract pairs every name with its schema; the compiler cannot follow that pairing through an index.
  const request = { name, params: readWith(pageContract[name].params, params) } as PageRequest
  return { id, request, protocol: spoken }
}
