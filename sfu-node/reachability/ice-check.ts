import { randomBytes } from 'node:crypto'
import type { IceParameters } from '../../protocol/media/transport.ts'
import {
  attribute,
  BINDING_REQUEST,
  BINDING_SUCCESS,
  ICE_CONTROLLING,
  PRIORITY,
  readSigned,
  signed,
  stunMessage,
  TRANSACTION_BYTES,
  USE_CANDIDATE,
  USERNAME,
} from './stun-message.ts'

/** When a request is sent again that was not answered: the first delay doubles (RFC 8489 §6.2.1). */
const FIRST_RETRY_MS = 250

/** Of a host's only candidate, were it told (RFC 8445 §5.1.2). */
const HOST_PRIORITY = 2_130_706_431

/**
 * The controlling end of one connectivity check (RFC 8445 §7.2), against an ICE-lite agent: it asks with USE-CANDIDATE, so
 * that the first answer settles which way is taken (§8.1.1), and there is nothing to be asked back.
 */
export class IceCheck {
  readonly #ice: IceParameters
  readonly #send: (packet: Buffer) => void
  readonly #transaction = randomBytes(TRANSACTION_BYTES)
  readonly #answered = Promise.withResolvers<true>()

  constructor(ice: IceParameters, send: (packet: Buffer) => void) {
    this.#ice = ice
    this.#send = send
  }

  /** Asks until it is answered: true then, false after `timeoutMs`. To be called once. */
  async answersWithin(timeoutMs: number): Promise<boolean> {
    const request = this.#request()
    let retry: NodeJS.Timeout | undefined
    const ask = (afterMs: number): void => {
      this.#send(request)
      retry = setTimeout(() => ask(2 * afterMs), afterMs)
    }
    ask(FIRST_RETRY_MS)
    const { promise: late, resolve: giveUp } = Promise.withResolvers<false>()
    const timer = setTimeout(() => giveUp(false), timeoutMs)
    const answered = await Promise.race([this.#answered.promise, late])
    clearTimeout(timer)
    clearTimeout(retry)
    return answered
  }

  /** Takes a STUN message that came; what is no answer of whoever has the password is not heard. */
  take(packet: Buffer): void {
    const message = readSigned(packet, this.#ice.password)
    if (message?.type !== BINDING_SUCCESS || !message.transaction.equals(this.#transaction)) return
    this.#answered.resolve(true)
  }

  #request(): Buffer {
    const priority = Buffer.alloc(4)
    priority.writeUInt32BE(HOST_PRIORITY)
    const attributes = [
      attribute(USERNAME, Buffer.from(`${this.#ice.usernameFragment}:prover`)),
      attribute(PRIORITY, priority),
      attribute(ICE_CONTROLLING, randomBytes(8)),
      attribute(USE_CANDIDATE, Buffer.alloc(0)),
    ]
    return signed(stunMessage(BINDING_REQUEST, this.#transaction, attributes), this.#ice.password)
  }
}
