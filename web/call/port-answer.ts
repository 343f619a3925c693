import type { OpenedPort } from '../../protocol/port-check.ts'

/** A host's, by UDP and by TCP (RFC 8445 §5.1.2, RFC 6544 §4.2). */
const PRIORITY = { udp: 2_130_706_431, tcp: 1_518_280_447 } as const

/**
 * What a node's media port would answer to an offer of one data channel (SDP: RFC 8866, 8839, 8841; TCP: RFC 6544), were it
 * to speak SDP: the browser begins DTLS (`passive`).
 *
 * @param mid - What the offer calls its data channel.
 */
export function portAnswer({ protocol, address, port, ...transport }: OpenedPort, mid: string): string {
  const { iceParameters, dtlsParameters } = transport
  const tcpType = protocol === 'tcp' ? ' tcptype passive' : ''
  return [
    'v=0',
    'o=- 0 0 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    'a=ice-lite',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    ...dtlsParameters.fingerprints.map(({ algorithm, value }) => `a=fingerprint:${algorithm} ${value}`),
    'a=setup:passive',
    'a=sctp-port:5000',
    `a=candidate:1 1 ${protocol} ${PRIORITY[protocol]} ${address} ${port} typ host${tcpType}`,
    'a=end-of-candidates',
    '',
  ].join('\r\n')
}
