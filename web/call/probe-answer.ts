import type { Probe } from '../../protocol/probe.ts'

/** No certificate is ever shown to it: a fingerprint must only be there (RFC 8122 §5). */
const NO_FINGERPRINT = Array.from({ length: 32 }, () => '00').join(':')

/** Of a host's only UDP candidate (RFC 8445 §5.1.2). */
const PRIORITY = 2_130_706_431

/**
 * What a node's probe would answer to an offer of one data channel (SDP: RFC 8866, 8839, 8841), were it to speak SDP. The
 * node is to begin DTLS (`active`), which it never does: so the browser sends nothing but ICE binding requests.
 *
 * @param mid - What the offer calls its data channel.
 */
export const probeAnswer = ({ usernameFragment, password, address, port }: Probe, mid: string): string =>
  [
    'v=0',
    'o=- 0 0 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    'a=ice-lite',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    `a=ice-ufrag:${usernameFragment}`,
    `a=ice-pwd:${password}`,
    `a=fingerprint:sha-256 ${NO_FINGERPRINT}`,
    'a=setup:active',
    'a=sctp-port:5000',
    `a=candidate:1 1 udp ${PRIORITY} ${address} ${port} typ host`,
    'a=end-of-candidates',
    '',
  ].join('\r\n')
