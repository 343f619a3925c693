import { BlockList, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** What this machine's interfaces have now. */
export const interfaceAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address))

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether that IP address is this machine's own, however it is written: one that it can bind. */
export function isInterfaceAddress(address: string, own: readonly string[] = interfaceAddresses()): boolean {
  const list = new BlockList()
  // All of these are, though the interface tells of one.
  list.addSubnet('127.0.0.0', 8, 'ipv4')
  for (const each of own) list.addAddress(each, familyOf(each))
  return list.check(address, familyOf(address))
}
