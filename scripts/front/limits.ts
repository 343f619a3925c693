import { NODE_MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'

/** What the door of an edge on one's own machine lets through, and for how long. Units are in the names. */
export interface FrontLimits {
  /** All headers of one request. */
  readonly headerBytes: number
  /** The body of one request; the Worker reads no more than 8 kB of it. */
  readonly bodyBytes: number
  /** One message of a page's socket, in bytes over all of its fragments, the frames' headers among them. */
  readonly pageMessageBytes: number
  /** The same of a node's socket. */
  readonly nodeMessageBytes: number
  /** Connections of one IPv4 address, or of one IPv6 network (/64). */
  readonly connectionsPerNetwork: number
  /** Connections of one IPv6 site (/48), which has 65,536 such networks. */
  readonly connectionsPerSite: number
  /** How long the headers of a request may take, from the moment that the connection opened. */
  readonly headersMs: number
  /** How long a request may take in all. */
  readonly requestMs: number
  /** How long a connection may wait for its next request: longer than web servers keep theirs to us (nginx: 60 s). */
  readonly idleMs: number
  /** How long nothing may be heard of an open WebSocket: pages ping, and nodes tell their load, far more often. */
  readonly silenceMs: number
  /** How long what is sent may wait for a receiver that reads nothing. */
  readonly unreadMs: number
  /** How long a WebSocket's connection lives after a close was sent or received (RFC 6455 §7.1.1 leaves it open). */
  readonly closeGraceMs: number
  /** How often silent and unread connections are looked for. */
  readonly checkMs: number
}

const KIB = 1_024

export const FRONT_LIMITS: FrontLimits = {
  headerBytes: 16 * KIB,
  bodyBytes: 64 * KIB,
  pageMessageBytes: 1_024 * KIB,
  nodeMessageBytes: NODE_MESSAGE_MAX_BYTES,
  connectionsPerNetwork: 1_000,
  connectionsPerSite: 4_000,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 65_000,
  silenceMs: 90_000,
  unreadMs: 30_000,
  closeGraceMs: 5_000,
  checkMs: 2_500,
}
