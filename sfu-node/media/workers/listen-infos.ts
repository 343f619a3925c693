import type { TransportListenInfo, WebRtcServerDump } from 'mediasoup/types'
import { bindAddress } from './bind-address.ts'
import type { TcpProxyAddress } from './ice-tcp-proxy.ts'
import type { MediaAddress } from './media-worker.ts'

/** Where a mediasoup worker listens for media, and where what stands before it does. */

/** Where workers listen for TCP: the proxies before them listen at the media ports. */
const LOOPBACK = '127.0.0.1'
/**
 * Ports for that: above those from which Linux takes what programs did not choose (`ip_local_port_range`); the second where the
 * media ports may be among the first, which the proxies need.
 */
const INNER_PORTS = [
  { min: 61_000, max: 65_535 },
  { min: 10_000, max: 11_999 },
] as const
/** A node has one media port a core: none has more cores. */
const MOST_MEDIA_PORTS = 1_024

type Family = Pick<MediaAddress, 'listen' | 'announce'>

/** For UDP, one for each address that is announced. Throws where what is sent there could not be heard. */
export const udpInfos = (address: Family & Pick<MediaAddress, 'port'>): TransportListenInfo[] =>
  address.announce.map((announcedAddress) => ({
    protocol: 'udp',
    ip: boundFor(address, announcedAddress),
    announcedAddress,
    port: address.port,
    // Both wildcards can have one port only if that of IPv6 leaves IPv4 alone.
    flags: { ipv6Only: true },
  }))

/** For TCP, one for each address that is announced, behind the proxies. */
export function innerTcpInfos({ announce, port }: MediaAddress): TransportListenInfo[] {
  const [usual, other] = INNER_PORTS
  const portRange = port + MOST_MEDIA_PORTS < usual.min ? usual : other
  return announce.map((announcedAddress) => ({
    protocol: 'tcp',
    ip: LOOPBACK,
    announcedAddress,
    portRange: { ...portRange },
  }))
}

/**
 * The proxies, one for each address that is announced.
 *
 * @param inner - Where mediasoup listens for TCP, as it took `innerTcpInfos`. Throws where that is not one for each.
 */
export const tcpProxyAddresses = (
  address: MediaAddress,
  inner: WebRtcServerDump['tcpServers'],
): TcpProxyAddress[] =>
  address.announce.map((announced, index) => {
    const behind = inner[index]
    if (!behind) throw new Error(`mediasoup has no TCP server ${index}`)
    return { ip: boundFor(address, announced), port: address.port, inner: behind }
  })

function boundFor({ listen }: Family, announced: string): string {
  const ip = bindAddress(listen, announced)
  if (ip === null) throw new Error(`${announced} is not heard at ${listen}`)
  return ip
}
