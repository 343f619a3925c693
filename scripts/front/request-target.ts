import { isIP } from 'node:net'

/** A name or an address, and a port where it is not the usual one (RFC 9110 §7.2). */
const HOST = /^(?:\[(?<ipv6>[0-9a-f:.]+)\]|(?<name>[a-z0-9._-]+))(?::\d{1,5})?$/i

/**
 * Where a request goes, from its Host header and its target (RFC 9112 §3.2.1), with `.` and `..` resolved; null where that
 * makes no address, or one whose %-escapes are no UTF-8.
 */
export function targetOf(host: string | undefined, target: string | undefined): URL | null {
  if (!host || !HOST.test(host) || !target?.startsWith('/')) return null
  try {
    const url = new URL(`http://${host}${target}`)
    decodeURIComponent(url.pathname)
    return url
  } catch {
    // Neither constructor says more than that it is no address.
    return null
  }
}

/**
 * Whether a page under that host can only have come from this edge: an address, or a name that nobody on the Internet can
 * have. Any other name could be somebody's who lets it point here, so that their page is ours to the browser (DNS rebinding).
 *
 * @param hostname - As a URL has it, IPv6 addresses in brackets.
 */
export function isOwnHostname(hostname: string): boolean {
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return true
  return !hostname.includes('.') || hostname.endsWith('.localhost')
}
