import { unmapped } from '../../protocol/addresses/ip-address.ts'
import { networkOf, siteOf } from '../../protocol/addresses/network.ts'
import { isPublicAddress, type ToldAddress } from '../../protocol/addresses/public-address.ts'

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

/** The IPv6 site that a request comes from; null where it comes from none. */
export function clientSite(request: Request): string | null {
  const address = clientAddress(request)
  return address === null ? null : siteOf(address)
}

/** What whoever asks is told of their own address (N16). */
export function toldAddress(request: Request): ToldAddress {
  const address = clientAddress(request)
  return { address: address !== null && isPublicAddress(address) ? address : null }
}
