import * as v from 'valibot'
import { WireError } from '../errors.ts'
import { EventName, readJson, readWith } from '../reading.ts'
import { PAGE_EDGE } from '../version.ts'
import { pageRequestFrom24 } from '../versions/page-edge-24.ts'
import { LobbyEvent, PageEvent, SequencedEvent } from './events.ts'
import { PAGE_REQUEST_NAMES, type PageRequest, pageContract } from './requests.ts'

/**
 * What the socket carries besides JSON: the edge answers a ping without waking the room. The edge sends one itself where a page's is
 * missing; the page answers it with its own.
 */
export const PING = 'ping'
export const PONG = 'pong'

const RequestId = v.pipe(v.number(), v.integer(), v.minValue(1))

const RequestEnvelope = v.object({
  id: RequestId,
  request: v.picklist(PAGE_REQUEST_NAMES),
  params: v.unknown(),
})

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

const EventEnvelope = v.object({ seq: SequencedEvent.entries.seq, data: v.object({ event: EventName }) })

const EVENT_NAMES: ReadonlySet<string> = new Set(
  PageEvent.options.map(({ entries }) => entries.event.literal),
)

/** What `join` holds in every version. */
const Spoken = v.object({
  request: v.literal('join'),
  params: v.object({ protocol: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
})

/** A request as far as it could be read: with an id, its sender can be told what was wrong with the rest. */
export type ReadRequest = { id: number; request: PageRequest; protocol: number }

/**
 * Reads a page's message. Throws `bad-message`; where the id could be read, `onId` was called with it before.
 *
 * @param protocol - The version that the page speaks: `join` says it, and it is answered for all that follows.
 */
export function readPageRequest(
  text: string,
  onId: (id: number) => void,
  protocol = PAGE_EDGE.newest,
): ReadRequest {
  const said = readJson(text)
  const joins = v.safeParse(Spoken, said)
  const spoken = joins.success ? joins.output.params.protocol : protocol
  const json = spoken === 24 ? pageRequestFrom24(said) : said
  const identified = v.safeParse(v.looseObject({ id: RequestId }), json)
  if (identified.success) onId(identified.output.id)
  const { id, request: name, params } = readWith(RequestEnvelope, json)
  // The contract pairs every name with its schema; the compiler cannot follow that pairing through an index.
  const request = { name, params: readWith(pageContract[name].params, params) } as PageRequest
  return { id, request, protocol: spoken }
}

/** What is an event with a number, and a name that we do not know; null for all else. */
export function unknownEvent(value: unknown): UnknownEvent | null {
  const read = v.safeParse(EventEnvelope, value)
  if (!read.success) return null
  const { seq, data } = read.output
  return EVENT_NAMES.has(data.event) ? null : { seq, unknown: data.event }
}

/** Reads the edge's message, at the page. Throws `bad-message`. */
export function readEdgeFrame(text: string): EdgeFrame | UnknownEvent {
  const value = readJson(text)
  return unknownEvent(value) ?? readWith(EdgeFrame, value)
}
