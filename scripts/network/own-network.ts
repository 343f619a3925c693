import { networkInterfaces } from 'node:os'
import { Problem } from '../setup/problem.mjs'

/** In 198.18.0.0/15, which no machine has outside of tests (RFC 2544 appendix C.2.2). */
const ADDRESS = '198.18.0.1'
/** Of that network, too: where another node listens. */
export const SECOND_ADDRESS = '198.18.0.5'

/**
 * A cable whose both ends are here, and a default route over it: without one Firefox gathers no candidates, and it uses
 * 127.0.0.1 for none. Packets to the address never leave the machine.
 */
const LAY_CABLE = [
  'ip link set lo up',
  'ip link add cable type veth peer name end',
  `ip address add ${ADDRESS}/30 dev cable`,
  'ip link set cable up',
  'ip link set end up',
  `ip address add ${SECOND_ADDRESS}/32 dev lo`,
  'ip route add default via 198.18.0.2 dev cable',
].join(' && ')

/**
 * Makes of a command the one that runs it in a network namespace of Linux of its own (network_namespaces(7)), with all that
 * it starts. No other program sees that network come or go, and it goes with the last process in it. Where one is not root,
 * one is within (user_namespaces(7)).
 */
export type Network = (command: string, args: readonly string[]) => [command: string, args: readonly string[]]

/** A network that has a loopback device, and nothing else. */
export const inLoopbackNetwork: Network = networkOf('ip link set lo up')

/** A network that has a loopback device, two addresses that are none of its, and a default route. */
export const inOwnNetwork: Network = networkOf(LAY_CABLE)

function networkOf(prepare: string): Network {
  const user = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']
  const inside = ['--net', 'sh', '-c', `${prepare} && exec "$@"`, 'sh']
  return (command, args) => ['unshare', [...user, ...inside, command, ...args]]
}

/** The address of the network that we are in, if it is such a one. Throws a Problem where it is not. */
export function addressOfOwnNetwork(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  if (addresses.some(({ address }) => address === ADDRESS)) return ADDRESS
  throw new Problem(
    'Firefox uses no loopback address for media: run its tests in a network of their own, by npm test -- --only firefox',
  )
}
