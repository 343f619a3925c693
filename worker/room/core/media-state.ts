import * as v from 'valibot'
import { NodeId, PipeId, ProducerId, TurnCountId } from '../../../protocol/ids.ts'
import { TurnLevel } from '../../../protocol/media/turn.ts'
import { PipeAddress, SrtpParameters } from '../../../protocol/node-edge/pipe.ts'

/** Which nodes carry the room, what goes between them, and what goes through TURN servers: as `state.ts` has it. */

const moment = v.number()

export const Placement = v.variant('at', [
  v.object({ at: v.literal('nowhere') }),
  /** The directory was asked. */
  v.object({ at: v.literal('seeking') }),
  /** There is no node; the directory tells when there is, and the room asks again at `retry` all the same. */
  v.object({ at: v.literal('waiting'), retry: moment }),
  /** Where whoever comes is carried, unless another node is nearer to them. */
  v.object({ at: v.literal('node'), node: NodeId }),
])

/** A producer on its way through a pipe, or through it. */
const PipedProducer = v.object({
  producer: ProducerId,
  to: NodeId,
  /** The sending node was asked; the receiving one was; it is there; or it could not be done. */
  at: v.picklist(['leaving', 'arriving', 'through', 'failed']),
  /** Whether nobody there shows it, so that nothing is sent. */
  paused: v.optional(v.boolean(), false),
})
export type PipedProducer = v.InferOutput<typeof PipedProducer>

const PipeEnd = v.object({
  node: NodeId,
  /** What the other end has to know; null until the node has told. */
  opened: v.nullable(v.object({ address: PipeAddress, srtpParameters: SrtpParameters })),
})
export type PipeEnd = v.InferOutput<typeof PipeEnd>

/** What joins two of the room's nodes, in both directions. */
export const PipeState = v.object({
  id: PipeId,
  ends: v.tuple([PipeEnd, PipeEnd]),
  pipedProducers: v.array(PipedProducer),
  /** Until when it is left alone, where it could not be opened. */
  failedUntil: v.nullable(moment),
})
export type PipeState = v.InferOutput<typeof PipeState>

/** How much of the room went through TURN servers, and what still may. */
export const TurnUsageState = v.object({
  /** Since the room was last empty. */
  bytes: v.number(),
  /** What the nodes told of it last; of nodes where nobody was relayed, nothing counts. */
  told: v.array(v.object({ node: NodeId, count: v.nullable(TurnCountId), bytes: v.number(), at: moment })),
  /** What the room's own budget lets through, and that of all rooms in this month. */
  room: TurnLevel,
  month: TurnLevel,
})
export type TurnUsageState = v.InferOutput<typeof TurnUsageState>

export const NO_TURN_USAGE: TurnUsageState = { bytes: 0, told: [], room: 'all', month: 'all' }
