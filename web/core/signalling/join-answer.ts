import { ProtocolError } from '../../../protocol/errors.ts'
import type { EdgeFrame } from '../../../protocol/page-edge/frames.ts'
import { type PageResult, pageContract } from '../../../protocol/page-edge/requests.ts'
import { readWith } from '../../../protocol/reading.ts'

type Answer = Extract<EdgeFrame, { id: number }>

/** What the edge says to a join: the result, or the error; also of an edge that we do not understand. */
export function readJoinAnswer(answer: Answer): PageResult<'join'> | ProtocolError {
  if ('error' in answer) return ProtocolError.fromWire(answer.error)
  try {
    return readWith(pageContract.join.result, answer.result)
  } catch (cause) {
    return ProtocolError.from(cause)
  }
}
