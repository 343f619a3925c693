import * as v from 'valibot'
import { randomBase64url } from '../base64url.ts'
import { MAX_MEDIA_PORTS } from '../limits.ts'
import { DtlsParameters } from '../media/transport.ts'
import { OpenedPort, PortOutcome } from '../node-edge/port-check.ts'

/** How a page tries a node's media ports, where there is no other node that could (N21): over HTTP, with a ticket. */

/** Lets one page try one node's ports, once: 256 random bits, of which the edge keeps the SHA-256. */
export const CheckTicket = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, 'a ticket for a check'),
  v.brand('CheckTicket'),
)
export type CheckTicket = v.InferOutput<typeof CheckTicket>

export const newCheckTicket = (): CheckTicket => v.parse(CheckTicket, randomBase64url(32))

/** With which certificate the page will come. */
export const PageCheckRequest = v.object({ ticket: CheckTicket, dtlsParameters: DtlsParameters })
export type PageCheckRequest = v.InferOutput<typeof PageCheckRequest>

/** What the page is to try, and whose node that is. */
export const PageCheck = v.object({
  lender: v.string(),
  ports: v.pipe(v.array(OpenedPort), v.minLength(1), v.maxLength(MAX_MEDIA_PORTS)),
})
export type PageCheck = v.InferOutput<typeof PageCheck>

/** What came of it, in the order of the ports; answered with a `Reachability`. */
export const PageCheckOutcome = v.object({
  ticket: CheckTicket,
  outcomes: v.pipe(v.array(PortOutcome), v.maxLength(MAX_MEDIA_PORTS)),
})
export type PageCheckOutcome = v.InferOutput<typeof PageCheckOutcome>
