import type { types } from 'mediasoup-client'

/** What the answer says of the node's end. */
interface AnsweringEnd {
  readonly usernameFragment: string
  readonly password: string
  readonly fingerprints: readonly Pick<types.DtlsFingerprint, 'algorithm' | 'value'>[]
  /** Who begins DTLS: the node (`active`), or the browser (`passive`). */
  readonly setup: 'active' | 'passive'
  readonly protocol: 'udp' | 'tcp'
  readonly address: string
  readonly port: number
}

/** A host's, by UDP and by TCP (RFC 8445 §5.1.2, RFC 6544 §4.2). */
const PRIORITY = { udp: 2_130_706_431, tcp: 1_518_280_447 } as const

/**
 * What a node would answer to an offer of one data channel, were it to speak SDP (RFC 8866, 8839, 8841; TCP: RFC 6544): with its
 * one address.
 *
 * @param mid - What the offer calls its data channel.
 */
export function dataChannelAnswer(end: AnsweringEnd, mid: string): string {
  const tcpType = end.protocol === 'tcp' ? ' tcptype passive' : ''
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
    `a=ice-ufrag:${end.usernameFragment}`,
    `a=ice-pwd:${end.password}`,
    ...end.fingerprints.map(({ algorithm, value }) => `a=fingerprint:${algorithm} ${value}`),
    `a=setup:${end.setup}`,
    'a=sctp-port:5000',
    `a=candidate:1 1 ${end.protocol} ${PRIORITY[end.protocol]} ${end.address} ${end.port} typ host${tcpType}`,
    'a=end-of-candidates',
    '',
  ].join('\r\n')
}
