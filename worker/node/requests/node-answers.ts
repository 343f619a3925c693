import type { NodeId } from '../../../protocol/ids.ts'
import type { NodeFrame } from '../../../protocol/node-edge/frames.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { FrameGate } from '../channel/frame-gate.ts'
import type { NodeChannel } from '../channel/node-channel.ts'
import type { Misbehaviour } from '../misbehaviour.ts'
import type { NodeStorage } from '../node-storage.ts'
import { checksAt, staysAt } from '../registration/registered-addresses.ts'
import type { PortChecks } from './port-checks.ts'

export type AnswerFrame = Extract<NodeFrame, { type: 'answer' | 'checked' }>

interface AnswerParts {
  readonly storage: NodeStorage
  readonly gate: FrameGate
  readonly channel: NodeChannel
  readonly checks: PortChecks
  readonly misbehaviour: Misbehaviour
}

const STRANGE = {
  code: 'bad-node-answer',
  message: 'the node names a place that is not its own',
} as const

/** What a node answers, as long as it sends nobody to a stranger (N24). */
export class NodeAnswers {
  readonly #parts: AnswerParts

  constructor(parts: AnswerParts) {
    this.#parts = parts
  }

  /** Throws `misbehaved` where the node has said too much that cannot be true. */
  async take(node: NodeId, frame: AnswerFrame): Promise<void> {
    const { storage, gate, channel, checks, misbehaviour } = this.#parts
    // It may have been written in another order than the one that tells this at once.
    if ((await gate.awaitedLength(node, frame)) === null) return
    const place = storage.registration()
    if (!place) return
    if (frame.type === 'checked') {
      const isOwn = checksAt(place, frame.answer)
      checks.answered(frame.id, isOwn ? frame.answer : { answer: 'failed', ...STRANGE })
      if (!isOwn) await misbehaviour.hold(node, 'foreign-address')
      return
    }
    const isOwn = frame.outcomes.map((made) => staysAt(place, made))
    const outcomes = frame.outcomes.map(
      (made, at): NodeOutcome => (isOwn[at] ? made : { outcome: 'failed', ...STRANGE }),
    )
    channel.answered(frame.id, outcomes)
    if (isOwn.includes(false)) await misbehaviour.hold(node, 'foreign-address')
  }
}
