import * as v from 'valibot'
import { ErrorCodeSchema } from '../errors.ts'
import { ConsumerId, MediaRoomId, PipeId, ProducerId, TransportId } from '../ids.ts'
import { MAX_NODE_OPS_PER_BATCH } from '../limits.ts'
import { PicturePriority } from '../media/picture-priority.ts'
import { MediaKind, RtpCapabilities, RtpParameters } from '../media/rtp.ts'
import { DtlsParameters, IceParameters, TransportDescription } from '../media/transport.ts'
import { TurnLevel } from '../media/turn.ts'
import { PipeAddress, SrtpParameters } from './pipe.ts'

/**
 * What the edge asks of a node. All ids but consumers' are the edge's or the page's own, so that a whole join goes
 * out as one batch. Closing what is not there is no error; making what is there answers with what is there.
 */
export const NodeOp = v.variant('op', [
  /** The room's router, on the least loaded mediasoup worker. */
  v.object({ op: v.literal('open-router') }),
  v.object({ op: v.literal('close-router') }),
  v.object({
    op: v.literal('create-transport'),
    transport: TransportId,
    /** What the page behind it can receive; null on a transport that only sends to the node. */
    rtpCapabilities: v.nullable(RtpCapabilities),
    /** Another transport of the same page: both go to the same mediasoup worker. */
    sameWorkerAs: v.exactOptional(TransportId),
  }),
  v.object({ op: v.literal('connect-transport'), transport: TransportId, dtlsParameters: DtlsParameters }),
  v.object({ op: v.literal('restart-ice'), transport: TransportId }),
  v.object({ op: v.literal('close-transport'), transport: TransportId }),
  /** What may go over a transport that is relayed, and is counted from now on; null where it is not relayed. */
  v.object({ op: v.literal('set-turn-level'), transport: TransportId, turnLevel: v.nullable(TurnLevel) }),
  v.object({
    op: v.literal('produce'),
    transport: TransportId,
    producer: ProducerId,
    kind: MediaKind,
    rtpParameters: RtpParameters,
    paused: v.boolean(),
  }),
  v.object({ op: v.literal('set-producer-paused'), producer: ProducerId, paused: v.boolean() }),
  v.object({ op: v.literal('close-producer'), producer: ProducerId }),
  v.object({
    op: v.literal('consume'),
    transport: TransportId,
    producer: ProducerId,
    /** Whether a picture is paused until `set-preferred-layer` says how much of it is wanted; a voice goes at once. */
    awaitsView: v.exactOptional(v.boolean()),
  }),
  /** How much of a producer one person wants: a simulcast or SVC layer (0 is the smallest), or null for nothing; and how much sooner than others. */
  v.object({
    op: v.literal('set-preferred-layer'),
    transport: TransportId,
    producer: ProducerId,
    layer: v.nullable(v.picklist([0, 1, 2])),
    priority: PicturePriority,
  }),
  /** This node's end of a pipe to another node that carries the same room; opens the router where there is none. */
  v.object({ op: v.literal('open-pipe'), pipe: PipeId }),
  /** What the other end answered to `open-pipe`; a second time changes nothing. */
  v.object({
    op: v.literal('connect-pipe'),
    pipe: PipeId,
    address: PipeAddress,
    srtpParameters: SrtpParameters,
  }),
  v.object({ op: v.literal('close-pipe'), pipe: PipeId }),
  v.object({ op: v.literal('pipe-consume'), pipe: PipeId, producer: ProducerId }),
  v.object({ op: v.literal('close-pipe-consumer'), pipe: PipeId, producer: ProducerId }),
  /** Whether nothing of it is to be sent through for now; a picture that goes on begins with a key frame. */
  v.object({
    op: v.literal('set-pipe-consumer-paused'),
    pipe: PipeId,
    producer: ProducerId,
    paused: v.boolean(),
  }),
  /** What `pipe-consume` answered at the other end: from now on, a producer here as any other. */
  v.object({
    op: v.literal('pipe-produce'),
    pipe: PipeId,
    producer: ProducerId,
    kind: MediaKind,
    rtpParameters: RtpParameters,
    paused: v.boolean(),
  }),
])
export type NodeOp = v.InferOutput<typeof NodeOp>

/** What became of one operation; `done` where there is nothing to tell, `failed` with the reason. */
export const NodeOutcome = v.variant('outcome', [
  v.object({ outcome: v.literal('done') }),
  v.object({ outcome: v.literal('transport-created'), transport: TransportDescription }),
  v.object({ outcome: v.literal('ice-restarted'), transport: TransportId, iceParameters: IceParameters }),
  v.object({
    outcome: v.literal('consumed'),
    transport: TransportId,
    producer: ProducerId,
    consumer: ConsumerId,
    kind: MediaKind,
    rtpParameters: RtpParameters,
  }),
  v.object({
    outcome: v.literal('pipe-opened'),
    pipe: PipeId,
    address: PipeAddress,
    srtpParameters: SrtpParameters,
  }),
  v.object({
    outcome: v.literal('pipe-consumed'),
    pipe: PipeId,
    producer: ProducerId,
    kind: MediaKind,
    rtpParameters: RtpParameters,
    paused: v.boolean(),
  }),
  v.object({
    outcome: v.literal('failed'),
    code: ErrorCodeSchema,
    message: v.pipe(v.string(), v.maxLength(500)),
  }),
])
export type NodeOutcome = v.InferOutput<typeof NodeOutcome>

/** Operations for one room, in order; batches of a room are executed in the order of their arrival. */
export const NodeBatch = v.object({
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  room: MediaRoomId,
  ops: v.pipe(v.array(NodeOp), v.minLength(1), v.maxLength(MAX_NODE_OPS_PER_BATCH)),
})
export type NodeBatch = v.InferOutput<typeof NodeBatch>
