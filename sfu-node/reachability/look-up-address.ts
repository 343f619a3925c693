import { get as getByHttp, type IncomingMessage } from 'node:http'
import { get as getByHttps } from 'node:https'
import { isIP } from 'node:net'
import * as v from 'valibot'
import { ToldAddress } from '../../protocol/addresses/public-address.ts'
import { edgeUrl } from '../edge/edge-url.ts'

export type IpFamily = 4 | 6

/** How long the edge may take: where a family leads nowhere, a node waits that long at its start. */
const TIMEOUT_MS = 5_000
/** The longest answer that is read; more of it is not ours. */
const ANSWER_MAX_BYTES = 1_024

const Answer = v.pipe(v.string(), v.parseJson(), ToldAddress)

/**
 * This machine's public address as the edge sees it when it is asked over that family (N16); null where it does not
 * know, or says what is none of that family, as behind a NAT64. Rejects when the edge is not reached over that family.
 */
export async function lookUpAddress(edge: URL, family: IpFamily): Promise<string | null> {
  const response = await get(edgeUrl(edge, 'http', '/api/address'), family)
  const told = v.safeParse(Answer, await read(response))
  const address = told.success ? told.output.address : null
  return address !== null && isIP(address) === family ? address : null
}

function get(url: URL, family: IpFamily): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const send = url.protocol === 'https:' ? getByHttps : getByHttp
  // A connection of its own: one that was kept may be from before the address changed.
  const options = { family, agent: false, signal: AbortSignal.timeout(TIMEOUT_MS) }
  send(url, options, resolve).on('error', reject)
  return promise
}

/** Nothing where it is longer than an answer can be. */
async function read(response: IncomingMessage): Promise<string> {
  let text = ''
  response.setEncoding('utf8')
  for await (const chunk of response) {
    text += String(chunk)
    if (text.length > ANSWER_MAX_BYTES) return ''
  }
  return text
}
