const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
const MAPPED_IPV4 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i
const IPV6_GROUPS = 8
/** A household, or a machine, has a /64 (RFC 6177) and takes any address in it. */
const NETWORK_GROUPS = 4

/** The network that an address is of: all of an IPv4 address, the first 64 bits of an IPv6 one; null where it is none. */
export function networkOf(address: string): string | null {
  const ipv4 = MAPPED_IPV4.exec(address)?.[1] ?? address
  if (IPV4.test(ipv4)) return ipv4
  const groups = ipv6Groups(address)
  return groups ? `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64` : null
}

/** The eight groups of an IPv6 address (RFC 4291 §2.2), without leading zeros. */
function ipv6Groups(address: string): string[] | null {
  const [head = '', tail, more] = address.toLowerCase().split('::')
  if (more !== undefined) return null
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = IPV6_GROUPS - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null
  return groups.map((group) => Number.parseInt(group, 16).toString(16))
}

/**
 * The network that a request comes from, by the header that Cloudflare (or workerd, on one's own machine) sets; null
 * where there is none. No other header is believed: anybody can write those.
 */
export function clientNetwork(request: Request): string | null {
  const address = request.headers.get('cf-connecting-ip')
  return address === null ? null : networkOf(address)
}
