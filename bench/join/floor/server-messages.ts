import type { types } from 'mediasoup-client'

/** How the page receives one producer. */
export interface FloorConsumer {
  readonly id: string
  readonly producerId: string
  readonly kind: types.MediaKind
  readonly rtpParameters: types.RtpParameters
}

/** What the floor's server says: all in one message, then who else comes and goes. */
export type ServerMessage =
  | {
      readonly type: 'welcome'
      readonly send: types.TransportOptions
      readonly receive: types.TransportOptions
      readonly consumers: readonly FloorConsumer[]
    }
  | { readonly type: 'consumer'; readonly consumer: FloorConsumer }
  | { readonly type: 'gone'; readonly consumer: string }

/** The page and its server are built from this one file: the kind of message is all that has to be looked at. */
export function isServerMessage(read: unknown): read is ServerMessage {
  return (
    typeof read === 'object' &&
    read !== null &&
    'type' in read &&
    (read.type === 'welcome' || read.type === 'consumer' || read.type === 'gone')
  )
}
