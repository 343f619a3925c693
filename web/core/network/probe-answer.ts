import type { Probe } from '../../../protocol/probe.ts'
import { dataChannelAnswer } from './data-channel-answer.ts'

/** No certificate is ever shown to it: a fingerprint must only be there (RFC 8122 §5). */
const NO_FINGERPRINT = {
  algorithm: 'sha-256',
  value: Array.from({ length: 32 }, () => '00').join(':'),
} as const

/**
 * What a node's probe would answer to the offer of the data channel `mid`. The node is to begin DTLS, which it never does: so
 * the browser sends nothing but ICE binding requests.
 */
export const probeAnswer = (probe: Probe, mid: string): string =>
  dataChannelAnswer({ ...probe, fingerprints: [NO_FINGERPRINT], setup: 'active', protocol: 'udp' }, mid)
