import * as v from 'valibot'
import { ProtocolError, WireError } from '../../../protocol/errors.ts'
import {
  type CheckTicket,
  PageCheck,
  type PageCheckOutcome,
  type PageCheckRequest,
} from '../../../protocol/http/page-check.ts'
import { type OpenedPort, type PortOutcome, Reachability } from '../../../protocol/node-edge/port-check.ts'
import { dtlsParametersOf, newCertificate, tryPort } from './port-connection.ts'

/** What came of a check by this page, and of whose node. */
export interface CheckedPorts extends Reachability {
  readonly lender: string
}

/**
 * Tries the media ports of the node that this ticket is for, and tells the edge what came of it (N21). Throws a
 * ProtocolError: `not-found` where the ticket is no longer good; rejects as well where the edge is not reached.
 */
export async function checkPorts(ticket: CheckTicket): Promise<CheckedPorts> {
  const certificate = await newCertificate()
  const wish: PageCheckRequest = { ticket, dtlsParameters: await dtlsParametersOf(certificate) }
  const { lender, ports } = await post('/api/checks', wish, PageCheck)
  const tried = await Promise.all(ports.map((port) => tryPort(port, certificate)))
  const outcome: PageCheckOutcome = { ticket, outcomes: withoutWay(ports, tried) }
  return { lender, ...(await post('/api/checks/outcome', outcome, Reachability)) }
}

/**
 * A browser does not say whether it has IPv4, or IPv6, at all: where nothing is reached by the one and something by the
 * other, it most likely has not.
 */
function withoutWay(ports: readonly OpenedPort[], tried: readonly PortOutcome[]): PortOutcome[] {
  const isIpv6 = (index: number): boolean => ports[index]?.address.includes(':') === true
  const reached = (ofIpv6: boolean): boolean =>
    tried.some((outcome, index) => outcome === 'reached' && isIpv6(index) === ofIpv6)
  return tried.map((outcome, index) => {
    const isAlone = outcome === 'silent' && !reached(isIpv6(index)) && reached(!isIpv6(index))
    return isAlone ? 'no-way' : outcome
  })
}

async function post<Schema extends v.GenericSchema>(
  path: string,
  body: unknown,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  if (response.ok) return v.parse(schema, answer)
  throw ProtocolError.fromWire(v.parse(WireError, answer))
}
