import { ipv4Bytes, ipv6Groups, unmapped } from './ip-address.ts'

/** A household, or a machine, has a /64 and takes any address in it; a site has a /48, or less (RFC 6177). */
const NETWORK_GROUPS = 4
const SITE_GROUPS = 3

/** The network that an address is of: all of an IPv4 address, the first 64 bits of an IPv6 one; null where it is none. */
export function networkOf(address: string): string | null {
  const ipv4 = unmapped(address)
  return ipv4Bytes(ipv4) ? ipv4 : prefixOf(address, NETWORK_GROUPS)
}

/** The site that an IPv6 address is of, its first 48 bits; null where it is no IPv6 address. */
export const siteOf = (address: string): string | null =>
  ipv4Bytes(unmapped(address)) ? null : prefixOf(address, SITE_GROUPS)

function prefixOf(address: string, groups: number): string | null {
  const prefix = ipv6Groups(address)?.slice(0, groups)
  return prefix ? `${prefix.map((group) => group.toString(16)).join(':')}::/${16 * groups}` : null
}
