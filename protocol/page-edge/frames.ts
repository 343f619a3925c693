import * as v from 'valibot'
import { WireError } from '../errors.ts'
import { readJson, readWith, unknownAmong } from '../reading.ts'
import { LobbyEvent, PageEvent, SequencedEvent } from './events.ts'

/**
 * What the socket carries besides JSON: the edge answers a ping without waking the room. The edge sends one itself where a page's is
 * missing; the page answers it with its own.
 */
export const PING = 'ping'
export const PONG = 'pong'

/** Of a request, in its answer too. */
export const RequestId = v.pipe(v.number(), v.integer(), v.minValue(1))

/** What the edge sends: an answer to a request, an event, news for whoever waits, or an error about something that was no request. */
export const EdgeFrame = v.union([
  v.object({ id: RequestId, result: v.looseObject({}) }),
  v.object({ id: RequestId, error: WireError }),
  SequencedEvent,
  LobbyEvent,
  v.object({ error: WireError }),
])
export type EdgeFrame = v.InferOutput<typeof EdgeFrame>

/** An event that we do not know, as a later edge may tell: its number counts, the rest is passed over (V2). */
export interface UnknownEvent {
  readonly seq: number
  readonly unknown: string
}

const EventEnvelope = v.object({ seq: SequencedEvent.entries.seq, data: v.unknown() })

const unknownPageEvent = unknownAmong(PageEvent)

/** What is an event with a number, and a name that we do not know; null for all else. */
export function unknownEvent(value: unknown): UnknownEvent | null {
  const read = v.safeParse(EventEnvelope, value)
  if (!read.success) return null
  const { seq, data } = read.output
  const unknown = unknownPageEvent(data)
  return unknown === null ? null : { seq, unknown }
}

/**
 * Reads the edge's message, at the page. Throws `bad-message`.
 *
 * @param toNewest - Makes one of the newest version of it, where the edge speaks an older one (V1).
 */
export function readEdgeFrame(
  text: string,
  toNewest = (frame: unknown): unknown => frame,
): EdgeFrame | UnknownEvent {
  const value = toNewest(readJson(text))
  return unknownEvent(value) ?? readWith(EdgeFrame, value)
}
