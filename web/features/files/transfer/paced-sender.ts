import { ProtocolError } from '../../../../protocol/errors.ts'
import type { PeerId } from '../../../../protocol/ids.ts'
import { rulesOf } from '../../../../protocol/page-edge/message-kinds.ts'
import type { RoomMessages } from '../../../core/session/room-messages.ts'
import { SENT_AT_ONCE, SHARE_OF_RATE, SLOW_DOWN_MS } from '../file-limits.ts'
import type { FilePayload } from '../file-payload.ts'

const { burst, perSecond } = rulesOf('file').rate
const BUCKET = Math.floor(burst * SHARE_OF_RATE)
const REFILL_MS = 1_000 / (perSecond * SHARE_OF_RATE)

/** Sends what pages say about files in the order in which it is given, and never faster than the edge takes it. */
export class PacedSender {
  readonly #messages: Pick<RoomMessages, 'send'>
  readonly #waiting: (() => void)[] = []
  #tokens = BUCKET
  #countedAt = performance.now()
  #onTheirWay = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(messages: Pick<RoomMessages, 'send'>) {
    this.#messages = messages
  }

  /** Resolves when the edge has it. Rejects with a ProtocolError, `not-found` where that person is not here. */
  async send(peer: PeerId, payload: FilePayload): Promise<void> {
    await new Promise<void>((go) => {
      this.#waiting.push(go)
      this.#next()
    })
    try {
      await this.#messages.send('file', { to: 'peer', peer }, JSON.stringify(payload))
    } catch (cause) {
      if (ProtocolError.from(cause).code !== 'rate-limited') throw cause
      await new Promise((resolve) => setTimeout(resolve, SLOW_DOWN_MS))
      await this.#messages.send('file', { to: 'peer', peer }, JSON.stringify(payload))
    } finally {
      this.#onTheirWay -= 1
      this.#next()
    }
  }

  /** Lets those go that may. */
  #next(): void {
    const now = performance.now()
    this.#tokens = Math.min(BUCKET, this.#tokens + (now - this.#countedAt) / REFILL_MS)
    this.#countedAt = now
    while (this.#waiting.length > 0 && this.#tokens >= 1 && this.#onTheirWay < SENT_AT_ONCE) {
      this.#tokens -= 1
      this.#onTheirWay += 1
      this.#waiting.shift()?.()
    }
    if (this.#waiting.length === 0 || this.#tokens >= 1 || this.#timer !== null) return
    this.#timer = setTimeout(
      () => {
        this.#timer = null
        this.#next()
      },
      (1 - this.#tokens) * REFILL_MS,
    )
  }
}
