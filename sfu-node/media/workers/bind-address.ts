import { isIP } from 'node:net'
import { isInterfaceAddress } from './interface-addresses.ts'

/** "All of this machine's addresses", by family. */
const WILDCARDS: Readonly<Record<number, string>> = { 4: '0.0.0.0', 6: '::' }

export const isWildcard = (address: string): boolean => Object.values(WILDCARDS).includes(address)

/**
 * What is bound for an address that is announced: `listen`, where it is of the same family (IPv4 or IPv6). A wildcard stands for
 * that address itself where this machine has it, and else for its family's wildcard. A socket of all addresses answers from
 * whichever the system takes for the way back, and no browser hears an answer from another address than it asked (RFC 8445
 * §7.2.5.2.1). Null where what arrives at the one cannot be heard at the other.
 */
export function bindAddress(listen: string, announced: string, isOwn = isInterfaceAddress): string | null {
  if (!isWildcard(listen)) return isIP(listen) === isIP(announced) ? listen : null
  return isOwn(announced) ? announced : (WILDCARDS[isIP(announced)] ?? null)
}
