import { isIP } from 'node:net'

/** "All of this machine's addresses", by family. */
const WILDCARDS: Readonly<Record<number, string>> = { 4: '0.0.0.0', 6: '::' }

export const isWildcard = (address: string): boolean => Object.values(WILDCARDS).includes(address)

/**
 * What is bound for an address that is announced: `listen` where it is of the same family (IPv4 or IPv6), and where it is a
 * wildcard the other family's; null where what arrives at the one cannot be heard at the other.
 */
export function boundAddress(listen: string, announced: string): string | null {
  if (isIP(listen) === isIP(announced)) return listen
  return isWildcard(listen) ? (WILDCARDS[isIP(announced)] ?? null) : null
}
