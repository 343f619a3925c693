import { FRONT_DOOR_HEADER } from '../../protocol/http/front-door.ts'

/** The header by which the Worker knows the visitor's address, as Cloudflare sets it. */
const CLIENT_ADDRESS = 'cf-connecting-ip'

/** Of this connection alone (RFC 9110 §7.6.1), or said anew by us. */
const OF_THIS_CONNECTION = new Set([
  'connection',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** What says where a request comes from, and what Miniflare and Cloudflare tell a Worker: nobody outside may. */
const NOT_FROM_OUTSIDE =
  /^(?:mf-|cf-|x-forwarded-|essaim-)|^(?:forwarded|x-real-ip|x-client-ip|true-client-ip|via)$/

/** A request's headers as the Worker may see them. `raw` has names and values in turn, as Node's `rawHeaders`. */
export function innerHeaders(
  raw: readonly string[],
  own: { readonly host: string; readonly address: string | null; readonly key: string },
): string[] {
  const passed = pairsOf(raw).filter(([name]) => {
    const lower = name.toLowerCase()
    return !OF_THIS_CONNECTION.has(lower) && !NOT_FROM_OUTSIDE.test(lower)
  })
  const said: [string, string][] = [
    ['host', own.host],
    [FRONT_DOOR_HEADER, own.key],
  ]
  if (own.address !== null) said.push([CLIENT_ADDRESS, own.address])
  return [...said, ...passed].flat()
}

/** An answer's headers as they go out: without those of the connection that it came by. */
export const outerHeaders = (raw: readonly string[]): string[] =>
  pairsOf(raw)
    .filter(([name]) => !OF_THIS_CONNECTION.has(name.toLowerCase()))
    .flat()

const pairsOf = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((name, i): [string, string][] => (i % 2 === 0 ? [[name, raw[i + 1] ?? '']] : []))
