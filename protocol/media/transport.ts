import * as v from 'valibot'
import { TransportId } from '../ids.ts'
import { fingerprintOf, IceFoundation, IceFragment, IcePassword } from './sdp-grammar.ts'

/** ICE (RFC 8445, RFC 6544 for TCP) and DTLS (RFC 5763) parameters of one transport. */

const word = v.pipe(v.string(), v.maxLength(300))
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))

export const IceParameters = v.object({
  usernameFragment: IceFragment,
  password: IcePassword,
  iceLite: v.exactOptional(v.boolean()),
})
export type IceParameters = v.InferOutput<typeof IceParameters>

const address = v.pipe(v.string(), v.ip())

/** RFC 8839 §5.1; nodes announce addresses, never names. */
const IceCandidate = v.object({
  foundation: IceFoundation,
  priority: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0x7fff_ffff)),
  ip: address,
  address,
  protocol: v.picklist(['udp', 'tcp']),
  port,
  type: v.literal('host'),
  tcpType: v.exactOptional(v.literal('passive')),
})

/** A certificate's hash (RFC 8122 §5). */
const Fingerprint = v.variant('algorithm', [
  v.object({ algorithm: v.literal('sha-1'), value: fingerprintOf(20) }),
  v.object({ algorithm: v.literal('sha-224'), value: fingerprintOf(28) }),
  v.object({ algorithm: v.literal('sha-256'), value: fingerprintOf(32) }),
  v.object({ algorithm: v.literal('sha-384'), value: fingerprintOf(48) }),
  v.object({ algorithm: v.literal('sha-512'), value: fingerprintOf(64) }),
])

export const DtlsParameters = v.object({
  role: v.exactOptional(v.picklist(['auto', 'client', 'server'])),
  fingerprints: v.pipe(v.array(Fingerprint), v.minLength(1), v.maxLength(5)),
})
export type DtlsParameters = v.InferOutput<typeof DtlsParameters>

/** Which way media flows on a transport, seen from the page. */
export const Direction = v.picklist(['send', 'receive'])
export type Direction = v.InferOutput<typeof Direction>

/** What a page needs to connect to one transport of a node. */
export const TransportDescription = v.object({
  id: TransportId,
  iceParameters: IceParameters,
  iceCandidates: v.pipe(v.array(IceCandidate), v.minLength(1), v.maxLength(20)),
  dtlsParameters: DtlsParameters,
})
export type TransportDescription = v.InferOutput<typeof TransportDescription>

/** A STUN or TURN server, as RTCPeerConnection takes it (W3C webrtc-pc §4.2.4). */
export const IceServer = v.object({
  urls: v.pipe(v.array(word), v.minLength(1), v.maxLength(8)),
  username: v.exactOptional(word),
  credential: v.exactOptional(word),
})
export type IceServer = v.InferOutput<typeof IceServer>
