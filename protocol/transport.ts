import * as v from 'valibot'
import { TransportId } from './ids.ts'

/** ICE (RFC 8445, RFC 6544 for TCP) and DTLS (RFC 5763) parameters of one transport. */

const word = v.pipe(v.string(), v.maxLength(300))
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))

export const IceParameters = v.object({
  usernameFragment: word,
  password: word,
  iceLite: v.exactOptional(v.boolean()),
})
export type IceParameters = v.InferOutput<typeof IceParameters>

const IceCandidate = v.object({
  foundation: word,
  priority: v.pipe(v.number(), v.integer(), v.minValue(0)),
  ip: word,
  address: word,
  protocol: v.picklist(['udp', 'tcp']),
  port,
  type: v.literal('host'),
  tcpType: v.exactOptional(v.literal('passive')),
})

export const DtlsParameters = v.object({
  role: v.exactOptional(v.picklist(['auto', 'client', 'server'])),
  fingerprints: v.pipe(
    v.array(
      v.object({
        algorithm: v.picklist(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: v.pipe(v.string(), v.regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){19,63}$/)),
      }),
    ),
    v.minLength(1),
    v.maxLength(5),
  ),
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
