const MAPPED_IPV4 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i
const IPV4_BYTES = 4
const IPV6_GROUPS = 8

/** What is written as an IPv6 address and means an IPv4 one (RFC 4291 §2.5.5.2) as that; all else as it is. */
export const unmapped = (address: string): string => MAPPED_IPV4.exec(address)?.[1] ?? address

/** The four bytes of an IPv4 address; null where it is none. */
export function ipv4Bytes(address: string): number[] | null {
  const bytes = address.split('.')
  if (bytes.length !== IPV4_BYTES || !bytes.every((byte) => /^(?:0|[1-9]\d{0,2})$/.test(byte))) return null
  return bytes.every((byte) => Number(byte) <= 255) ? bytes.map(Number) : null
}

/** The eight groups of an IPv6 address (RFC 4291 §2.2), as numbers; null where it is none. */
export function ipv6Groups(address: string): number[] | null {
  const [head = '', tail, more] = address.toLowerCase().split('::')
  if (more !== undefined) return null
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = IPV6_GROUPS - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null
  return groups.map((group) => Number.parseInt(group, 16))
}

/** An address as all ways of writing it have it in common: by its groups where it is an IPv6 one. */
export function canonicalAddress(address: string): string {
  const groups = ipv6Groups(address)
  return groups ? groups.map((group) => group.toString(16)).join(':') : address
}
