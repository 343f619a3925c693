import { ProtocolError } from '../../../protocol/errors.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import { NODE_FRAME_LENGTH_PER_ROOM, NODE_FRAME_MAX_LENGTH } from '../../../protocol/limits.ts'
import { log } from '../../log.ts'
import type { Misbehaviour } from '../misbehaviour.ts'
import type { NodeStorage } from '../node-storage.ts'
import type { PortChecks } from '../requests/port-checks.ts'
import type { NodeChannel } from './node-channel.ts'

/** A frame that says at its beginning which request it answers, and of which kind. */
interface AnswerHead {
  readonly type: 'answer' | 'checked'
  readonly id: number
}

const ANSWER_HEAD = /^\{"type":"(answer|checked)","id":(\d{1,16}),/

/**
 * Which request a node's frame answers, by its first letters alone; null where they do not say so. Whether anybody waits
 * for it, and how long it may be, is known before it is read.
 */
function answerHead(text: string): AnswerHead | null {
  const found = ANSWER_HEAD.exec(text)
  if (!found) return null
  return { type: found[1] === 'answer' ? 'answer' : 'checked', id: Number(found[2]) }
}

interface GateParts {
  readonly channel: NodeChannel
  readonly checks: PortChecks
  readonly misbehaviour: Misbehaviour
  readonly storage: NodeStorage
}

/** Which frames of a node are read at all, by their first letters and their length: reading is what costs most (N22). */
export class FrameGate {
  readonly #parts: GateParts

  constructor(parts: GateParts) {
    this.#parts = parts
  }

  /** Whether this is a frame that the node may send now. Throws `message-too-large`, and `misbehaved`. */
  async isWorthReading(node: NodeId, text: string): Promise<boolean> {
    const head = answerHead(text)
    if (!head && !this.#parts.misbehaviour.maySpeak()) {
      await this.#parts.misbehaviour.hold(node, 'too-many-frames')
      return false
    }
    const maxLength = head ? await this.awaitedLength(node, head) : this.#frameMaxLength()
    if (maxLength === null) return false
    if (text.length > maxLength) {
      throw new ProtocolError('message-too-large', `at most ${maxLength} characters were to be said here`)
    }
    return true
  }

  /** How long that answer may be; null where nobody waits for it. Throws `misbehaved`. */
  async awaitedLength(node: NodeId, { type, id }: AnswerHead): Promise<number | null> {
    const { channel, checks, misbehaviour } = this.#parts
    const asked = type === 'answer' ? channel.asked(id) : checks.asked(id)
    if (asked.is === 'open') return asked.maxLength
    // An answer that comes too late was given up: the room has gone on without it.
    if (asked.is === 'late') log.warn('late-answer', { node, id })
    else await misbehaviour.hold(node, 'unasked-answer')
    return null
  }

  /** A node tells of rooms that live on it, and of a few that it has still to close. */
  #frameMaxLength(): number {
    return NODE_FRAME_MAX_LENGTH + NODE_FRAME_LENGTH_PER_ROOM * this.#parts.storage.countRooms()
  }
}
