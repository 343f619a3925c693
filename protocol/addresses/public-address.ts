import * as v from 'valibot'
import { ipv4Bytes, ipv6Groups } from './ip-address.ts'

/**
 * Where an IPv4 address does not mean one machine for everybody: IANA's registry of special-purpose addresses (RFC 6890)
 * where it says “globally reachable: false”, relays that are no more (RFC 7526), and all that is for groups or reserved.
 */
const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]

/** The same for IPv6 within 2000::/3, outside of which nothing is given to anybody; tunnels to IPv4 are among them. */
const GLOBAL_UNICAST_IPV6 = '2000::/3'
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

/** Whether an address means one machine, and the same one for everybody: global unicast, IPv4 or IPv6. */
export function isPublicAddress(address: string): boolean {
  const ipv4 = ipv4Bits(address)
  if (ipv4 !== null) return !SPECIAL_IPV4.some((block) => isWithin(ipv4, block, ipv4Bits))
  const ipv6 = ipv6Bits(address)
  if (ipv6 === null || !isWithin(ipv6, GLOBAL_UNICAST_IPV6, ipv6Bits)) return false
  return !SPECIAL_IPV6.some((block) => isWithin(ipv6, block, ipv6Bits))
}

const bits = (numbers: readonly number[] | null, width: number): string | null =>
  numbers?.map((number) => number.toString(2).padStart(width, '0')).join('') ?? null

const ipv4Bits = (address: string): string | null => bits(ipv4Bytes(address), 8)
const ipv6Bits = (address: string): string | null => bits(ipv6Groups(address), 16)

function isWithin(address: string, block: string, bitsOf: typeof ipv4Bits): boolean {
  const [network = '', length] = block.split('/')
  return bitsOf(network)?.slice(0, Number(length)) === address.slice(0, Number(length))
}

/** What `GET /api/address` answers: the public address that the request comes from; null where the edge knows none (N16). */
export const ToldAddress = v.object({
  address: v.nullable(v.pipe(v.string(), v.check(isPublicAddress, 'a public IP address'))),
})
export type ToldAddress = v.InferOutput<typeof ToldAddress>
