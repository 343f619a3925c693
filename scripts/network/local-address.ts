import { networkInterfaces } from 'node:os'

/** Addresses that mean "all of mine". */
const WILDCARDS = new Set(['0.0.0.0', '::'])

export const isWildcard = (host: string): boolean => WILDCARDS.has(host)

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

/** The address that this machine itself can reach the listener on. */
export function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '::1'
  return host
}

/** The host of a web address, which wants brackets around an IPv6 address. */
export const urlHost = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/**
 * The address that browsers are told to send media to, when the person gives none: visitors who come through a web server
 * are elsewhere, whatever the page listens on.
 */
export function defaultAnnounce(host: string, behindProxy = false): string {
  const outside = (): string => firstOutsideAddress() ?? '127.0.0.1'
  if (isLoopback(host)) return behindProxy ? outside() : '127.0.0.1'
  return isWildcard(host) ? outside() : host
}

function firstOutsideAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.find((address) => address.family === 'IPv4' && !address.internal)?.address
}
