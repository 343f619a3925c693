import * as v from 'valibot'
import { LenderInfo } from '../http/lender.ts'
import { ConsumerId, PeerId, ProducerId } from '../ids.ts'
import type { Permissions } from '../page-edge/permissions.ts'
import { MediaKind, RtpParameters } from './rtp.ts'
import { IceServer, TransportDescription } from './transport.ts'

/** What a producer shows or sounds. */
export const MediaSource = v.picklist(['microphone', 'camera', 'screen', 'screen-audio'])
export type MediaSource = v.InferOutput<typeof MediaSource>

/** The kind of media that each source sends. */
export const KIND_OF_SOURCE = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
} as const satisfies Record<MediaSource, MediaKind>

/** What allows each source: a screen's sound goes with the screen. */
export const PERMISSION_OF_SOURCE = {
  microphone: 'microphone',
  camera: 'camera',
  screen: 'screen',
  'screen-audio': 'screen',
} as const satisfies Record<MediaSource, keyof Permissions>

/** A producer as everybody in the room knows it. `paused` is what people call muted. */
export const ProducerInfo = v.object({ id: ProducerId, source: MediaSource, paused: v.boolean() })
export type ProducerInfo = v.InferOutput<typeof ProducerInfo>

/** How one person receives another's producer. */
export const ConsumerInfo = v.object({
  id: ConsumerId,
  peer: PeerId,
  producer: ProducerId,
  kind: MediaKind,
  rtpParameters: RtpParameters,
})
export type ConsumerInfo = v.InferOutput<typeof ConsumerInfo>

/**
 * Everything one page needs to send and receive. `generation` counts one person's media sessions: a page that
 * already holds this generation keeps its transports, any other builds them anew.
 */
export const MediaSession = v.object({
  generation: v.pipe(v.number(), v.integer(), v.minValue(1)),
  iceServers: v.array(IceServer),
  send: TransportDescription,
  receive: TransportDescription,
  consumers: v.array(ConsumerInfo),
  /** Who lends the node that carries it (S7); null where it is the operator's own. */
  carriedBy: v.nullable(LenderInfo),
})
export type MediaSession = v.InferOutput<typeof MediaSession>
