import * as v from 'valibot'
import { ProtocolError } from '../../../protocol/errors.ts'
import { SequencedEvent } from '../../../protocol/page-edge/events.ts'
import { type EdgeFrame, type UnknownEvent, unknownEvent } from '../../../protocol/page-edge/frames.ts'
import { type PageResult, pageContract } from '../../../protocol/page-edge/requests.ts'
import { readWith } from '../../../protocol/reading.ts'

type Answer = Extract<EdgeFrame, { id: number }>

/** What a join comes to; among what was missed, events that we do not know stand for their numbers. */
export type Joined =
  | Exclude<PageResult<'join'>, { kind: 'resumed' }>
  | { readonly kind: 'resumed'; readonly missed: readonly (SequencedEvent | UnknownEvent)[] }

const Resumed = v.object({ kind: v.literal('resumed'), missed: v.array(v.unknown()) })

/** What the edge says to a join: the result, or the error; also of an edge that we do not understand. */
export function readJoinAnswer(answer: Answer): Joined | ProtocolError {
  if ('error' in answer) return ProtocolError.fromWire(answer.error)
  try {
    return readJoined(answer.result)
  } catch (cause) {
    return ProtocolError.from(cause)
  }
}

function readJoined(result: unknown): Joined {
  const resumed = v.safeParse(Resumed, result)
  if (!resumed.success) return readWith(pageContract.join.result, result)
  const missed = resumed.output.missed.map((event) => unknownEvent(event) ?? readWith(SequencedEvent, event))
  return { kind: 'resumed', missed }
}
