import { ipv4Bytes, ipv6Groups, unmapped } from '../protocol/ip-address.ts'
import { isPublicAddress, type ToldAddress } from '../protocol/public-address.ts'

/** A household, or a machine, has a /64 (RFC 6177) and takes any address in it. */
const NETWORK_GROUPS = 4

/** The network that an address is of: all of an IPv4 address, the first 64 bits of an IPv6 one; null where it is none. */
export function networkOf(address: string): string | null {
  const ipv4 = unmapped(address)
  if (ipv4Bytes(ipv4)) return ipv4
  const network = ipv6Groups(address)?.slice(0, NETWORK_GROUPS)
  return network ? `${network.map((group) => group.toString(16)).join(':')}::/64` : null
}

/**
 * The address that a request comes from, by the header that Cloudflare (or workerd, on one's own machine) sets; null
 * where there is none. No other header is believed: anybody can write those.
 */
function clientAddress(request: Request): string | null {
  const address = request.headers.get('cf-connecting-ip')
  return address === null ? null : unmapped(address)
}

/** The network that a request comes from; null where nobody says. */
export function clientNetwork(request: Request): string | null {
  const address = clientAddress(request)
  return address === null ? null : networkOf(address)
}

/** What whoever asks is told of their own address (N16). */
export function toldAddress(request: Request): ToldAddress {
  const address = clientAddress(request)
  return { address: address !== null && isPublicAddress(address) ? address : null }
}
